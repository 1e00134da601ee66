package de.ratssaal.meeting;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A convened meeting begins at another moment than the one to which was invited.
 *
 * @param before when it was to begin
 * @param after when it is to begin now
 * @param zone of the body
 */
public record MeetingMove(Instant before, Instant after, ZoneId zone) {

    public boolean isNone() {
        return before.equals(after);
    }

    /**
     * Whether the invitation proves nothing any more: it was to another day, or to a later hour. Who is told of a later hour
     * on the same day has had the period (R1).
     */
    public boolean invitesAnew() {
        return after.isBefore(before)
                || !before.atZone(zone).toLocalDate().equals(after.atZone(zone).toLocalDate());
    }
}
