package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The chair lets somebody speak in the conference beside the speakers' list, or no longer does. */
public record WordLent(MeetingId meeting, PersonId person, boolean given, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s may %s in the conference".formatted(person, given ? "be heard" : "no longer be heard");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
