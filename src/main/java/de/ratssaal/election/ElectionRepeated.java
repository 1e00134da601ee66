package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Another election takes the place of one. */
public record ElectionRepeated(ElectionId election, MeetingId meeting, ElectionId by, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "election %s repeated by %s: %s".formatted(election, by, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
