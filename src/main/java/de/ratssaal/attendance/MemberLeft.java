package de.ratssaal.attendance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Somebody is no longer present. */
public record MemberLeft(MeetingId meeting, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s left".formatted(person);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
