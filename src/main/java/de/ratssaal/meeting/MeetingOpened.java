package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** A meeting was opened by who conducts it. */
public record MeetingOpened(MeetingId meeting, OrganizationId organization, PersonId chair, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "meeting opened by %s".formatted(chair);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
