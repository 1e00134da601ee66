package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** An election was cancelled. */
public record ElectionCancelled(ElectionId election, MeetingId meeting, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "election %s cancelled: %s".formatted(election, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
