package de.ratssaal.election;

/** Which round of an election. */
public enum RoundKind {
    /** The share that the rules ask for is needed. */
    FIRST,
    /** More valid votes win. */
    RUN_OFF,
    /** After a tie where the rules know no lot; more valid votes win. */
    AGAIN
}
