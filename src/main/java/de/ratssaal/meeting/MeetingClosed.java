package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** A meeting was closed. */
public record MeetingClosed(MeetingId meeting, OrganizationId organization, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "meeting closed";
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
