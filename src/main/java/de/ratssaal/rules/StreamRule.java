package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Whether the public part of a meeting may be shown to the public as it is heard and seen in the conference, and what is kept of it.
 *
 * @param streamed whether it may be shown
 * @param consent whether of the speakers only those are shown and recorded who have agreed to it
 * @param recorded whether it is recorded, so that it can be watched afterwards
 * @param keptDays after so many days a recording is deleted
 * @param source paragraph
 */
public record StreamRule(boolean streamed, boolean consent, boolean recorded, int keptDays, LegalSource source) {

    /** Ten years. */
    public static final int LONGEST_DAYS = 3_653;

    public StreamRule {
        if (keptDays < 1 || keptDays > LONGEST_DAYS) {
            throw new IllegalArgumentException("recordings are kept for %d days".formatted(keptDays));
        }
        if (recorded && !streamed) {
            throw new IllegalArgumentException("only what may be shown is recorded");
        }
    }
}
