package de.ratssaal.document;

/**
 * A file that somebody brings.
 *
 * @param name as the sender calls it; paths and what file systems forbid are taken out
 * @param isPublic whether everybody may read it once its owner is published
 */
public record NewFile(String name, FileRole role, boolean isPublic) {

    public static NewFile master(String name, boolean isPublic) {
        return new NewFile(name, FileRole.MASTER, isPublic);
    }

    public static NewFile auxiliary(String name, boolean isPublic) {
        return new NewFile(name, FileRole.AUXILIARY, isPublic);
    }
}
