package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** A running meeting takes up an item in another order, or together with another one. */
public record AgendaReordered(MeetingId meeting, AgendaItemId item, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "item %s is taken up in another order or company".formatted(item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
