package de.ratssaal.minutes;

/** The way of minutes. There is no way back: what is released is the legal record. */
public enum MinutesState {
    /** The secretariat writes; facts are taken from the meeting each time they are read. */
    DRAFT,
    /** Fixed. */
    RELEASED
}
