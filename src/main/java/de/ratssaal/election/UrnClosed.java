package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The urn was closed. */
public record UrnClosed(ElectionId election, MeetingId meeting, RoundId round, int handedOut, int entitled, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "urn of round %s of election %s closed, %d ballots handed out, %d present and entitled"
                .formatted(round, election, handedOut, entitled);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
