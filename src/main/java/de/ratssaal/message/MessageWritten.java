package de.ratssaal.message;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote a message in a meeting. The log holds that there was one, not what it said.
 *
 * @param from as in {@link Message}
 * @param to as in {@link Message}
 */
public record MessageWritten(
        MessageId message,
        MeetingId meeting,
        @Nullable PersonId from,
        @Nullable PersonId to,
        Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "message %s of %s to %s"
                .formatted(message, from == null ? "the desk" : from, to == null ? "the desk" : to);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
