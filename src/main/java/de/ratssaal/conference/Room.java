package de.ratssaal.conference;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import org.jspecify.annotations.Nullable;

/**
 * A room that is open.
 *
 * @param name random; providers know the room by it
 * @param item the item for which the public is excluded; none in the public part of the meeting
 * @param provider name of the {@link ConferenceProvider} that brings sound and picture there
 */
public record Room(
        RoomId id, MeetingId meeting, String name, @Nullable AgendaItemId item, String provider) {

    public boolean isPublic() {
        return item == null;
    }
}
