package de.ratssaal.paper;

/** How what is proposed affects the climate. */
public enum ClimateRating {
    POSITIVE,
    NONE,
    NEGATIVE,
    /** Negative to an extent that has to be weighed. */
    SIGNIFICANT
}
