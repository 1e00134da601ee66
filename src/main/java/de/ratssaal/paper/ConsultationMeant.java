package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingId;
import org.jspecify.annotations.Nullable;

/** A station of a paper's way is meant for a meeting, or no longer. */
public record ConsultationMeant(
        PaperId paper,
        OrganizationId organization,
        ConsultationRole role,
        @Nullable MeetingId meeting) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s of organization %s %s"
                .formatted(
                        role, organization, meeting == null ? "meant for no meeting" : "meant for meeting " + meeting);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
