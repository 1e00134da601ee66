package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * An election ended before all seats were taken. Who was elected by then stays elected.
 *
 * @param seats how many stay open
 */
public record SeatsLeftOpen(ElectionId election, MeetingId meeting, int seats, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "election %s ended with %d open seats: %s".formatted(election, seats, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
