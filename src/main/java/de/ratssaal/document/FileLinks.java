package de.ratssaal.document;

/** Addresses of files, for links from other modules' pages. What lies there is shown to whoever may read it. */
public final class FileLinks {

    /** Below this address lie all files. */
    public static final String ALL = "/files";

    private FileLinks() {}

    /** Where a file is read. */
    public static String file(FileId id) {
        return ALL + "/" + id;
    }
}
