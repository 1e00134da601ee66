package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.List;

/** Who counts the ballots. */
public record TellersNamed(ElectionId election, MeetingId meeting, List<PersonId> tellers, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "tellers of election %s: %s".formatted(election, tellers);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
