package de.ratssaal.search;

/** What can be found. */
public enum SearchKind {
    PAPER,
    /** A page of a file. */
    DOCUMENT,
    MEETING,
    AGENDA_ITEM,
    RESOLUTION,
    MINUTES,
    /** Resolved in writing between meetings. */
    CIRCULAR
}
