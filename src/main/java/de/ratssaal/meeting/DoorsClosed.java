package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** It is deliberated without the public whether the public is excluded from the item before the meeting (R11). */
public record DoorsClosed(MeetingId meeting, AgendaItemId item, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "doors closed on item %s".formatted(item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
