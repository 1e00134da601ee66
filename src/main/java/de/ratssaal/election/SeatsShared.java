package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Seats were shared out in proportion. */
public record SeatsShared(ElectionId election, MeetingId meeting, String seats, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "seats of election %s: %s".formatted(election, seats);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
