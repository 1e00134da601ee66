package de.ratssaal.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A membership as its person holds it.
 *
 * @param votes whether it gives the right to vote
 * @param lastDay counts; none while it has no end
 */
public record MembershipSummary(
        OrganizationSummary organization,
        MembershipRole role,
        boolean votes,
        LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }
}
