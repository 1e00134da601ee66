package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** The public was excluded from an item while the meeting ran (R11). */
public record PublicExcluded(MeetingId meeting, AgendaItemId item, String reason, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "public excluded from item %s: %s".formatted(item, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
