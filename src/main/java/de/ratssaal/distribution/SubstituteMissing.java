package de.ratssaal.distribution;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member cannot come, and there is no substitute who can. */
public record SubstituteMissing(MeetingId meeting, PersonId member, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "no substitute for %s".formatted(member);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
