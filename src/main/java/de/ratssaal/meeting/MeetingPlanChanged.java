package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** Time, place or form of a meeting were changed after the invitation went out. */
public record MeetingPlanChanged(MeetingId meeting, OrganizationId organization, Instant startsAt, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "plan of the convened meeting changed, it starts at %s".formatted(startsAt);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
