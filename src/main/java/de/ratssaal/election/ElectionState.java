package de.ratssaal.election;

/** The way of an election. */
public enum ElectionState {
    /** Candidates are being named. */
    NOMINATING,
    /** The list of candidates is closed; a round is to come or is under way. */
    RUNNING,
    /** A lot has to be drawn. */
    LOT,
    /** Somebody is elected. */
    DECIDED,
    /** Nobody is elected. */
    FAILED,
    CANCELLED,
    /** Another election took its place. */
    REPEATED
}
