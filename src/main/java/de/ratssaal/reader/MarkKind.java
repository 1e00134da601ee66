package de.ratssaal.reader;

/** What somebody put on a page. */
public enum MarkKind {
    /** Words that are coloured; a note may hang on them. */
    HIGHLIGHT,
    /** A note at a point of the page. */
    NOTE
}
