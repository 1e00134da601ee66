package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A motion on the procedure was adopted, rejected or withdrawn. */
public record MotionDecided(
        MotionId motion, MeetingId meeting, AgendaItemId item, MotionKind kind, MotionState state, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "motion %s on item %s: %s %s".formatted(motion, item, kind, state);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
