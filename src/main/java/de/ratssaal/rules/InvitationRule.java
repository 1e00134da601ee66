package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;
import java.time.LocalDate;

/**
 * How early members are invited (R1).
 *
 * @param days full calendar days between delivery and meeting, neither day counted
 * @param urgentDays in urgency, which the invitation must state, it arrives no later than this many days before the
 *     meeting's day
 * @param source paragraph
 */
public record InvitationRule(int days, int urgentDays, LegalSource source) {

    public InvitationRule {
        if (urgentDays < 0 || days < urgentDays) {
            throw new IllegalArgumentException("%d days, in urgency %d".formatted(days, urgentDays));
        }
    }

    public boolean isKeptBy(InvitationPeriod period, boolean urgent) {
        return !period.delivered().isAfter(latestDelivery(period.meeting(), urgent));
    }

    /** The last day on which an invitation arrives in time for a meeting on that day. */
    public LocalDate latestDelivery(LocalDate meeting, boolean urgent) {
        return meeting.minusDays(urgent ? urgentDays : days + 1L);
    }
}
