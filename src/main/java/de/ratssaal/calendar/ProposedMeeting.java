package de.ratssaal.calendar;

import de.ratssaal.meeting.PlanAdvice.Advice;
import java.time.LocalDate;
import java.util.List;

/**
 * A day of a series, before anything is planned.
 *
 * @param title of the meeting if every day before it is taken
 * @param invitationBy latest day on which the invitation has to arrive
 * @param advice what to know of the day
 */
public record ProposedMeeting(LocalDate day, String title, LocalDate invitationBy, List<Advice> advice) {

    public ProposedMeeting {
        advice = List.copyOf(advice);
    }

    /** Whether the meeting should rather be on another day. */
    public boolean hasConflict() {
        return advice.stream().anyMatch(Advice::isConflict);
    }
}
