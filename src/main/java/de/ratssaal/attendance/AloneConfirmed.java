package de.ratssaal.attendance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A remote member confirmed for a non-public item that nobody else can listen. */
public record AloneConfirmed(MeetingId meeting, AgendaItemId item, PersonId person, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s confirmed for item %s that nobody listens".formatted(person, item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
