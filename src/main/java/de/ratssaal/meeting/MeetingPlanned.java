package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** A meeting was planned, or its plan was changed. */
public record MeetingPlanned(MeetingId meeting, OrganizationId organization, Instant startsAt) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "meeting planned for %s".formatted(startsAt);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
