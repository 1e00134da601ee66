package de.ratssaal.disturbance;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disturbance that a member reported.
 *
 * @param item before the meeting when it was reported; none if there was none
 * @param words what the member said of it; may be empty
 * @param enteredFor whether the desk entered it for the member, who called for instance
 * @param began since when the member was disturbed
 * @param overAt when the member said that they can take part again; none if they did not
 * @param ground why the report is irrelevant; none if it is not
 * @param reason what was done about it, or why it is irrelevant; may be empty where the member said it
 * @param steps what was counted since it began
 */
public record Disturbance(
        DisturbanceId id,
        MeetingId meeting,
        @Nullable AgendaItemId item,
        PersonId person,
        DisturbanceKind kind,
        String words,
        boolean enteredFor,
        Instant reportedAt,
        Instant began,
        @Nullable Instant overAt,
        DisturbanceState state,
        @Nullable Ground ground,
        String reason,
        @Nullable Instant settledAt,
        List<AffectedStep> steps) {

    public Disturbance {
        steps = List.copyOf(steps);
    }

    public boolean isPending() {
        return state == DisturbanceState.PENDING;
    }

    /** What is still to be taken again or kept. */
    public List<AffectedStep> undecided() {
        return state == DisturbanceState.RESOLVED
                ? steps.stream().filter(it -> it.decision() == null).toList()
                : List.of();
    }
}
