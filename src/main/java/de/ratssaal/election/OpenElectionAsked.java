package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The chair asked whether anybody objects to an open round. */
public record OpenElectionAsked(ElectionId election, MeetingId meeting, RoundId round, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "asked whether anybody objects to an open round %s of election %s".formatted(round, election);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
