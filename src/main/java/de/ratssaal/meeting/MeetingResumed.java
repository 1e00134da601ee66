package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** An interrupted meeting goes on. */
public record MeetingResumed(MeetingId meeting, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "meeting resumed";
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
