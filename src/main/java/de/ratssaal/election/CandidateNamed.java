package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Somebody was named as a candidate, or agreed to stand. */
public record CandidateNamed(
        ElectionId election,
        MeetingId meeting,
        CandidateId candidate,
        String name,
        String proposedBy,
        boolean consented,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "candidate %s of election %s named by %s: %s, %s"
                .formatted(candidate, election, proposedBy, name, consented ? "agrees to stand" : "has not agreed yet");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
