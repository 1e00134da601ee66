package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member opened their secret. */
public record LotSecretOpened(
        ElectionId election, MeetingId meeting, LotId lot, int attempt, PersonId member, String secret, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s opened attempt %d of lot %s: %s".formatted(member, attempt, lot, secret);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
