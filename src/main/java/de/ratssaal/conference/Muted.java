package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The chair muted somebody, or everybody, in the conference. */
public record Muted(MeetingId meeting, @Nullable PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s muted in the conference".formatted(person == null ? "everybody" : person);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
