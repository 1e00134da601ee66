package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A guest was let into a room of the conference. */
public record GuestLetIn(MeetingId meeting, RoomId room, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "guest %s let into room %s".formatted(person, room);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
