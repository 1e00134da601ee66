package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.List;

/** The invitation to a meeting went out and its agenda was announced. */
public record MeetingConvened(
        MeetingId meeting, OrganizationId organization, List<PersonId> invited, boolean urgent, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "meeting convened, %d members invited%s".formatted(invited.size(), urgent ? " in urgency" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
