package de.ratssaal.packet;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The secretariat had the packets of a meeting bound anew. */
public record PacketOrdered(MeetingId meeting, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "packets ordered";
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
