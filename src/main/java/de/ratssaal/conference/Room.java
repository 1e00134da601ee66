package de.ratssaal.conference;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import org.jspecify.annotations.Nullable;

/**
 * A room that is open.
 *
 * @param name random; providers know the room by it
 * @param item the item for which the public is excluded; none in the public part of the meeting
 */
public record Room(
        RoomId id, MeetingId meeting, String name, @Nullable AgendaItemId item) {

    public boolean isPublic() {
        return item == null;
    }
}
