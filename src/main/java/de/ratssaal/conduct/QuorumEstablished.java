package de.ratssaal.conduct;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The members were called out, and it is known whether there is a quorum. */
public record QuorumEstablished(MeetingId meeting, int present, int needed, boolean isMet, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "roll call: %d present, %d needed, quorum %s".formatted(present, needed, isMet ? "met" : "not met");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
