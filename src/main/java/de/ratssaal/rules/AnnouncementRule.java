package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;
import java.time.LocalDate;

/**
 * How early time, place and agenda of a public meeting are published (R2).
 *
 * @param days the announcement is out no later than this many days before the meeting's day
 * @param urgentDays the same in urgency
 * @param source paragraph
 */
public record AnnouncementRule(int days, int urgentDays, LegalSource source) {

    /** The last day on which an announcement is out in time for a meeting on that day. */
    public LocalDate latestDay(LocalDate meeting, boolean urgent) {
        return meeting.minusDays(urgent ? urgentDays : days);
    }
}
