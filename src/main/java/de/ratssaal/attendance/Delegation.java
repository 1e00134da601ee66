package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member who is not there leaves their vote to another member of the organization. It is cast in the name of the member.
 *
 * @param item the only item it holds for; none if it holds for the whole meeting
 * @param member whose vote it is
 * @param holder who carries it
 * @param enteredFor whether the desk entered it, from what the member wrote
 * @param endedAt none while it is in force
 * @param end why it is in force no longer
 */
public record Delegation(
        DelegationId id,
        @Nullable AgendaItemId item,
        PersonId member,
        PersonId holder,
        boolean enteredFor,
        Instant givenAt,
        @Nullable Instant endedAt,
        @Nullable DelegationEnd end) {

    public boolean isInForce() {
        return endedAt == null;
    }

    public boolean isInForceAt(Instant moment) {
        return !givenAt.isAfter(moment) && (endedAt == null || endedAt.isAfter(moment));
    }

    /** @param on none for the meeting as a whole, for which what holds for one item only does not hold */
    public boolean holdsFor(@Nullable AgendaItemId on) {
        return item == null || item.equals(on);
    }

    /** Whether both could hold for the same item. */
    boolean overlaps(@Nullable AgendaItemId other) {
        return item == null || other == null || item.equals(other);
    }
}
