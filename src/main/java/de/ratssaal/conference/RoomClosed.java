package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A room of the conference was closed: no ticket and no line leads into it any more. */
public record RoomClosed(MeetingId meeting, RoomId room, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "room %s of the conference closed".formatted(room);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
