package de.ratssaal.meeting;

import de.ratssaal.base.Refusal;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether an invitation that goes out now is lawful.
 *
 * @param problems everything that stands against it; empty if it may go out
 * @param fullDays full calendar days between delivery today and the meeting, neither day counted (R1)
 * @param latestDay last day on which the invitation arrives in time
 * @param latestUrgentDay the same in urgency
 */
public record InvitationCheck(List<Refusal> problems, int fullDays, LocalDate latestDay, LocalDate latestUrgentDay) {

    public InvitationCheck {
        problems = List.copyOf(problems);
    }

    public boolean mayGoOut() {
        return problems.isEmpty();
    }
}
