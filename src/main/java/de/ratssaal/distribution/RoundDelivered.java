package de.ratssaal.distribution;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.DeliveryWay;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** What was told after the invitation reached somebody. */
public record RoundDelivered(MeetingId meeting, int number, PersonId person, DeliveryWay way, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "number %d reached %s by %s".formatted(number, person, way);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
