package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A room of the conference was opened: for the public part, or for an item for which the public is excluded. */
public record RoomOpened(
        MeetingId meeting, RoomId room, @Nullable AgendaItemId item, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "room %s of the conference opened%s".formatted(room, item == null ? "" : " for item " + item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
