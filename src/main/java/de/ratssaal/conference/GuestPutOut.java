package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A guest was put out of a room of the conference. */
public record GuestPutOut(MeetingId meeting, RoomId room, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "guest %s put out of room %s".formatted(person, room);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
