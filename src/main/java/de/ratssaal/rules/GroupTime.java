package de.ratssaal.rules;

/** How speaking time is shared out among political groups. */
public enum GroupTime {
    /** Each group has all of it. */
    EACH,
    /** It is the time of all groups together; each has a part according to its members. */
    BY_STRENGTH
}
