package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.List;

/** A convened meeting was moved, and everybody who was invited to it is invited anew. */
public record MeetingMoved(
        MeetingId meeting, OrganizationId organization, List<PersonId> invited, Instant startsAt, Instant at)
        implements AuditedEvent {

    public MeetingMoved {
        invited = List.copyOf(invited);
    }

    @Override
    public String auditLine() {
        return "moved to %s, %d invited anew".formatted(startsAt, invited.size());
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
