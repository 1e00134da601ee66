package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The secrets of a lot are opened from now on. */
public record LotOpening(ElectionId election, MeetingId meeting, LotId lot, int attempt, int contributions, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "attempt %d of lot %s is opened with %d contributions".formatted(attempt, lot, contributions);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
