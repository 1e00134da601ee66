package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Somebody is connected with the conference. */
public record ConferenceJoined(MeetingId meeting, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s joined the conference".formatted(person);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
