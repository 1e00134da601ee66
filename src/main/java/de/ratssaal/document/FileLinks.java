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

    /** Below this address of the application redacted versions are made. */
    public static final String REDACT = "redact";

    /** Where a redacted version of a file is made, for links within the application. */
    public static String redact(FileId id) {
        return REDACT + "/" + id;
    }

    /** Where an administrator chooses which files are let in, and sees how they are. */
    public static final String RULES = "file-rules";
}
