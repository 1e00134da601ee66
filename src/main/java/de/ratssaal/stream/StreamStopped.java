package de.ratssaal.stream;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The public sees and hears nothing any more of what is said from now on. */
public record StreamStopped(MeetingId meeting, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "the stream stopped";
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
