package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.List;

/** Members were invited who did not yet belong to the organization when the invitation went out. */
public record MembersInvitedLater(MeetingId meeting, OrganizationId organization, List<PersonId> invited, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%d further members invited".formatted(invited.size());
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
