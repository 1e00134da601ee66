package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/**
 * A substitute who was called is not needed after all, or cannot come themselves.
 *
 * @param times how often they were called to this meeting before
 */
public record SubstituteReleased(
        MeetingId meeting, OrganizationId organization, PersonId substitute, PersonId member, int times, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s no longer invited as substitute for %s".formatted(substitute, member);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
