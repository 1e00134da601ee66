package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Who was elected accepts or declines. */
public record ElectionAnswered(
        ElectionId election, MeetingId meeting, CandidateId candidate, boolean accepts, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "candidate %s of election %s %s".formatted(candidate, election, accepts ? "accepts" : "declines");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
