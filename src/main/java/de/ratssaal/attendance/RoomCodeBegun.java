package de.ratssaal.attendance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** From now on members of a meeting can enter themselves by a code. */
public record RoomCodeBegun(MeetingId meeting, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "check-in by code began";
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
