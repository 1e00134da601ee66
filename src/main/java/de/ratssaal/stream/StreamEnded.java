package de.ratssaal.stream;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Somebody ended the stream of a meeting. */
public record StreamEnded(MeetingId meeting, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "the public part is not streamed any more";
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
