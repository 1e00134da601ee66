package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Somebody left the conference, or was away for longer than the rules let them. */
public record ConferenceLeft(MeetingId meeting, PersonId person, boolean afterLoss, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s left the conference%s"
                .formatted(person, afterLoss ? ": the connection did not come back in time" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
