package de.ratssaal.attendance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member cannot come. Why is not said here: the reason may be an illness. */
public record MemberExcused(MeetingId meeting, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s excused".formatted(person);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
