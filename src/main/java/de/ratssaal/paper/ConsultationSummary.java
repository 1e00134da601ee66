package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import org.jspecify.annotations.Nullable;

/**
 * One station of a paper's way.
 *
 * @param meeting where it stands on the agenda; none as long as it is only planned, or for those who may not see the item
 * @param item the item there; none together with the meeting
 * @param meantFor where it is meant to be deliberated, before it stands on an agenda; for those who prepare papers only
 */
public record ConsultationSummary(
        ConsultationId id,
        OrganizationId organization,
        ConsultationRole role,
        @Nullable MeetingId meeting,
        @Nullable AgendaItemId item,
        @Nullable MeetingId meantFor) {

    ConsultationSummary withoutItem() {
        return new ConsultationSummary(id, organization, role, null, null, meantFor);
    }

    ConsultationSummary notMeant() {
        return new ConsultationSummary(id, organization, role, meeting, item, null);
    }
}
