package de.ratssaal.conduct;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member was called out to establish the quorum. */
public record MemberCalled(MeetingId meeting, PersonId person, boolean isHere, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s was called and is %s".formatted(person, isHere ? "here" : "missing");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
