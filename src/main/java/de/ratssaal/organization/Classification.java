package de.ratssaal.organization;

/** Which kind of organization it is. */
public enum Classification {
    COUNCIL,
    COMMITTEE,
    ADVISORY_BOARD,
    DISTRICT_COUNCIL,
    POLITICAL_GROUP
}
