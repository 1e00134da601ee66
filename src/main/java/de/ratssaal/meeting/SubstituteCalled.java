package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/**
 * A substitute was invited in the place of a member who cannot come.
 *
 * @param times how often they were called to this meeting, this time included
 */
public record SubstituteCalled(
        MeetingId meeting, OrganizationId organization, PersonId substitute, PersonId member, int times, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s invited as substitute for %s".formatted(substitute, member);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
