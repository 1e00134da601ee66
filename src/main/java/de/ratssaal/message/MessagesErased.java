package de.ratssaal.message;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Messages of a meeting were erased, since the time was over for which the rules keep them. */
public record MessagesErased(MeetingId meeting, int count, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%d messages erased".formatted(count);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
