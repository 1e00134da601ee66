package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** A member's invitation could not be delivered. */
public record InvitationFailed(MeetingId meeting, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "invitation of %s could not be delivered".formatted(person);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
