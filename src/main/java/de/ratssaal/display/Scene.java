package de.ratssaal.display;

/** What is to be seen on a screen. */
public enum Scene {
    /** A non-public item is before the meeting, and the screen stands where the public may see it. */
    CLOSED_DOORS,
    /** Nothing is before the meeting. */
    WELCOME,
    /** The item, and who speaks on it. */
    ITEM,
    /** A vote runs. */
    VOTE,
    RESULT,
    ELECTION,
    SPEAKERS,
    SEATS,
    MESSAGE,
    BREAK,
    CHECK_IN,
    BLANK,
    /** The meeting is over. */
    OVER
}
