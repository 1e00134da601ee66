package de.ratssaal.disturbance;

/** Where the meeting stands with a report. */
public enum DisturbanceState {
    /** The meeting does not go on. */
    PENDING,
    /** The disturbance is over; what was counted meanwhile is taken again or stays with a reason. */
    RESOLVED,
    /** The report changes nothing. */
    IRRELEVANT
}
