package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** The chair was handed over during a meeting. */
public record ChairHandedOver(MeetingId meeting, PersonId from, PersonId to, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "chair handed over from %s to %s".formatted(from, to);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
