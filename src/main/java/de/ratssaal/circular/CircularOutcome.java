package de.ratssaal.circular;

/** What became of a circular resolution that was counted. */
public enum CircularOutcome {
    ADOPTED,
    REJECTED,
    /** Too few members agreed to decide in writing: nothing was resolved, whatever was voted. */
    NOT_AGREED;

    /** Whether something was resolved. */
    public boolean isResolution() {
        return this != NOT_AGREED;
    }
}
