package de.ratssaal.attendance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Somebody is present from now on. */
public record MemberArrived(MeetingId meeting, PersonId person, Place place, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s present (%s)".formatted(person, place);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
