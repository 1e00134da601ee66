package de.ratssaal.document;

/** What is kept is not what was brought: the hash does not match. Nothing of it is handed out. */
class DamagedContent extends IllegalStateException {

    private static final long serialVersionUID = 1;

    DamagedContent(String hash) {
        super("the content with SHA-256 " + hash + " is damaged: restore it from the backup");
    }
}
