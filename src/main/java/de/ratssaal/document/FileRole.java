package de.ratssaal.document;

/** What a file is to its owner (OParl: mainFile, auxiliaryFile). */
public enum FileRole {
    /** The owner itself on paper. There is one at most. */
    MASTER,
    /** Something that comes with it. */
    AUXILIARY
}
