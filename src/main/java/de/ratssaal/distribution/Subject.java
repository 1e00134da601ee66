package de.ratssaal.distribution;

/** What of a meeting can change. */
public enum Subject {
    TITLE,
    START,
    END,
    MODE,
    PLACE,
    /** Where the public follows it. */
    ACCESS,
    ITEM,
    PAPER,
    FILE
}
