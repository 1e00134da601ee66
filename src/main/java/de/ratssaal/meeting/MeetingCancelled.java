package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** A meeting was called off. */
public record MeetingCancelled(MeetingId meeting, OrganizationId organization, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "meeting cancelled: %s".formatted(reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
