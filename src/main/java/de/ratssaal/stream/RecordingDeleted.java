package de.ratssaal.stream;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** What was recorded of a meeting is gone. */
public record RecordingDeleted(MeetingId meeting, int segments, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "the recording was deleted, %d segments".formatted(segments);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
