package de.ratssaal.support;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member stands behind something no more that is not put to the vote yet. */
public record SupportWithdrawn(MeetingId meeting, AgendaItemId item, Subject subject, PersonId person, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s %s on item %s no longer supported by person %s"
                .formatted(subject.kind(), subject.id(), item, person);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
