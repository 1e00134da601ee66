package de.ratssaal.workflow;

/** How it stands with one office in one round. */
public enum StationState {
    /** Its turn has not come. */
    PLANNED,
    /** It is to act now. */
    ASKED,
    /** It agreed, approved or released. */
    DONE,
    REFUSED,
    /** The secretariat went on without it. */
    PASSED_OVER,
    /** The round ended before it acted. */
    CLOSED
}
