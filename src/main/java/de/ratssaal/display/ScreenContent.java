package de.ratssaal.display;

/** What the desk lets a screen show. */
public enum ScreenContent {
    /** Follows the meeting: item, speaker, vote, result. */
    AUTOMATIC,
    ITEM,
    SPEAKERS,
    SEATS,
    MESSAGE,
    BREAK,
    /** The code by which members enter themselves as present. */
    CHECK_IN,
    BLANK
}
