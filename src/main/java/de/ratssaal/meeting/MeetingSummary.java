package de.ratssaal.meeting;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as everybody who may see it sees it.
 *
 * @param organizationName name of the organization that meets
 * @param zone the body's zone, in which times are shown
 * @param place where it is held; empty for a digital meeting
 * @param publicAccess where the public follows a hybrid or digital meeting: an address or a room; may be empty
 * @param urgent whether the invitation period was shortened for urgency
 * @param secondNotice whether it was convened again with the notice that any number may decide (R5)
 * @param cancelledReason why it was called off; told to everybody who was invited
 * @param conductedBy who conducts or conducted it; none before it is opened
 * @param currentItem the item before the meeting
 * @param doorsClosed whether it is being decided without the public whether the public is excluded from that item (R11)
 * @param revision grows with every change; a command carries the revision its sender saw
 */
public record MeetingSummary(
        MeetingId id,
        OrganizationId organization,
        String organizationName,
        String title,
        MeetingMode mode,
        ZoneId zone,
        Instant startsAt,
        @Nullable Instant endsAt,
        String place,
        String publicAccess,
        MeetingState state,
        boolean urgent,
        boolean secondNotice,
        @Nullable Instant convenedAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String cancelledReason,
        @Nullable PersonId conductedBy,
        @Nullable AgendaItemId currentItem,
        boolean doorsClosed,
        long revision) {

    /** Start in the body's zone. */
    public ZonedDateTime start() {
        return startsAt.atZone(zone);
    }

    /** Day of the meeting in the body's zone. */
    public LocalDate day() {
        return start().toLocalDate();
    }
}
