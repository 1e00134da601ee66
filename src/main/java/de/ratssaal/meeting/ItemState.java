package de.ratssaal.meeting;

/** Where the meeting stands with an item. */
public enum ItemState {
    PENDING,
    /** It is before the meeting now. */
    CALLED,
    DONE
}
