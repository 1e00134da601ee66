package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member opened their secret, which stands beside the lot once it is drawn. */
public record LotSecretOpened(
        ElectionId election, MeetingId meeting, LotId lot, int attempt, PersonId member, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s opened attempt %d of lot %s".formatted(member, attempt, lot);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
