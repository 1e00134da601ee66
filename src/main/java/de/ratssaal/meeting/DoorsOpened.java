package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** The public may follow the item before the meeting again. */
public record DoorsOpened(MeetingId meeting, AgendaItemId item, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "doors opened on item %s".formatted(item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
