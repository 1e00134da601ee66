package de.ratssaal.attendance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member is recused on an item. */
public record MemberRecused(MeetingId meeting, AgendaItemId item, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s recused on item %s".formatted(person, item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
