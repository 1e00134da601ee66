package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Somebody does not stand after all. */
public record CandidateTakenOff(ElectionId election, MeetingId meeting, CandidateId candidate, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "candidate %s of election %s taken off".formatted(candidate, election);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
