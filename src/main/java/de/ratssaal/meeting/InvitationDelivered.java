package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** A member's invitation was delivered. */
public record InvitationDelivered(MeetingId meeting, PersonId person, DeliveryWay way, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "invitation of %s delivered (%s)".formatted(person, way);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
