package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A motion on the procedure was moved. */
public record MotionMoved(
        MotionId motion, MeetingId meeting, AgendaItemId item, MotionKind kind, PersonId by, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "motion %s on item %s: %s, moved by %s".formatted(motion, item, kind, by);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
