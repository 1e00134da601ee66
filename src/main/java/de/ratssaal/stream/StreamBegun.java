package de.ratssaal.stream;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** From now on the public sees and hears the public part of the meeting. */
public record StreamBegun(MeetingId meeting, boolean recorded, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "the public part is streamed%s".formatted(recorded ? " and recorded" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
