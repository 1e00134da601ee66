package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;
import org.jspecify.annotations.Nullable;

/**
 * How a disturbance of a meeting is reported (R16). Any report interrupts the meeting; that is no value.
 *
 * @param reportWithinMinutes how long after its beginning a report is in time; none if the chair judges what is too late
 * @param source paragraph
 */
public record DisturbanceRule(@Nullable Integer reportWithinMinutes, LegalSource source) {

    public DisturbanceRule {
        if (reportWithinMinutes != null && reportWithinMinutes < 1) {
            throw new IllegalArgumentException("time is counted from one minute");
        }
    }

    /** Whether a report may be found irrelevant because it came too late. */
    public boolean mayBeLate(long minutesAfterBeginning) {
        return reportWithinMinutes == null || minutesAfterBeginning > reportWithinMinutes;
    }
}
