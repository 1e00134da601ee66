package de.ratssaal.disturbance;

/** Why a report is irrelevant. There are no others (R16). */
public enum Ground {
    /** The cause lies with the member: their device, their line, their room. */
    OWN_SPHERE,
    TOO_LATE,
    /** The member takes part again and objects to nothing. */
    TAKES_PART
}
