package de.ratssaal.disturbance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;

/** Something counted during a disturbance is taken again, or stays. */
public record AffectedStepDecided(
        MeetingId meeting, StepKind kind, UUID ref, StepDecision decision, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s %s after a disturbance: %s, %s".formatted(kind, ref, decision, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
