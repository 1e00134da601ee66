package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A guest confirmed for a room that is not public that nobody else listens. */
public record GuestConfirmedAlone(MeetingId meeting, RoomId room, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "guest %s confirmed for room %s that nobody listens".formatted(person, room);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
