package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * Members may contribute to a lot.
 *
 * @param commitment by which the application committed itself to its own contribution
 */
public record LotBegun(ElectionId election, MeetingId meeting, LotId lot, int attempt, String commitment, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "lot %s (%d) begins; the application contributes %s".formatted(lot, attempt, commitment);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
