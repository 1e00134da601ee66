package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The ballots are counted once more. */
public record RecountOrdered(ElectionId election, MeetingId meeting, RoundId round, int attempt, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "round %s of election %s is counted for the %d. time".formatted(round, election, attempt);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
