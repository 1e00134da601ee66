package de.ratssaal.paper;

/** What becomes of two wordings of the same place. */
public enum RivalChoice {
    /** What stands there stays. */
    STANDING,
    /** The other takes its place. */
    RIVAL,
    /** The other follows it. */
    BOTH
}
