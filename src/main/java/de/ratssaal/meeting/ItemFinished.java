package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** The meeting is done with an item. */
public record ItemFinished(MeetingId meeting, AgendaItemId item, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "item %s finished".formatted(item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
