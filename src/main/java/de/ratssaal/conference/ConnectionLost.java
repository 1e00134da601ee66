package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The connection with somebody was lost. They still count as present. */
public record ConnectionLost(MeetingId meeting, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "connection with %s lost".formatted(person);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
