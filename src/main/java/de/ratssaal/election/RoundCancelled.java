package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A round was cancelled; nothing was decided by it. */
public record RoundCancelled(ElectionId election, MeetingId meeting, RoundId round, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "round %s of election %s cancelled: %s".formatted(round, election, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
