package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** A meeting was interrupted. */
public record MeetingInterrupted(MeetingId meeting, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "meeting interrupted";
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
