package de.ratssaal.voting;

/** The way of a motion on the procedure. */
public enum MotionState {
    PENDING,
    ADOPTED,
    REJECTED,
    WITHDRAWN,
    /** Too few stood behind it: nobody voted on it. */
    NOT_SUPPORTED
}
