package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The list of candidates was closed. */
public record CandidatesListed(ElectionId election, MeetingId meeting, int candidates, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "list of election %s closed with %d candidates".formatted(election, candidates);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
