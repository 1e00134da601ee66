package de.ratssaal.urn;

/** Which kind of matter is decided by a secret vote by device. */
public enum MatterKind {
    /** A question of yes, no or abstention. */
    POLL,
    /** A round of an election. */
    ROUND
}
