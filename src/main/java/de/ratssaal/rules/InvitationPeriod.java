package de.ratssaal.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The time that members have to prepare.
 *
 * @param delivered day on which the invitation reaches the member, in the body's zone
 * @param meeting day of the meeting, in the body's zone
 */
public record InvitationPeriod(LocalDate delivered, LocalDate meeting) {

    /** Full calendar days between delivery and meeting, neither day counted; 0 if there is none. */
    public int fullDays() {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(delivered, meeting) - 1));
    }
}
