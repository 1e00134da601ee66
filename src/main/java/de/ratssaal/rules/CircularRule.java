package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Resolutions in writing between meetings (R13).
 *
 * @param allowed whether there are any
 * @param agreement share of members that must agree to the procedure, reached
 * @param minimumDays full days that members have at least to answer; 0 if nothing is said
 * @param source paragraph
 */
public record CircularRule(boolean allowed, Fraction agreement, int minimumDays, LegalSource source) {

    public CircularRule {
        if (minimumDays < 0) {
            throw new IllegalArgumentException(minimumDays + " days to answer");
        }
    }
}
