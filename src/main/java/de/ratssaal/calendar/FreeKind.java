package de.ratssaal.calendar;

/** Why days are free of meetings, beside the public holidays of the Land. */
public enum FreeKind {
    SCHOOL_HOLIDAYS,
    /** A public holiday of this municipality alone. */
    HOLIDAY,
    /** The body's own days without meetings. */
    CLOSED
}
