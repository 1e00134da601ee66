package de.ratssaal.attendance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A recusal was entered in error and is taken back. */
public record RecusalWithdrawn(MeetingId meeting, AgendaItemId item, PersonId person, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "recusal of %s on item %s taken back".formatted(person, item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
