package de.ratssaal.disturbance;

/** What does not work. */
public enum DisturbanceKind {
    /** The member pressed, and has said no more. */
    NOT_SAID,
    NO_SOUND,
    NO_PICTURE,
    NO_CONNECTION,
    CANNOT_VOTE,
    OTHER
}
