package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member committed themselves to a secret. */
public record LotCommitted(
        ElectionId election, MeetingId meeting, LotId lot, int attempt, PersonId member, String commitment, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s contributes to attempt %d of lot %s: %s".formatted(member, attempt, lot, commitment);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
