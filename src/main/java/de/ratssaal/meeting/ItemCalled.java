package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** An item is before the meeting now. */
public record ItemCalled(MeetingId meeting, AgendaItemId item, boolean isPublic, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "item %s called".formatted(item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
