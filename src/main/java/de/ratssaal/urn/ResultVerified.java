package de.ratssaal.urn;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * A teller's browser has verified the whole record.
 *
 * @param accepted whether every check held
 */
public record ResultVerified(
        SecretPollId poll, MeetingId meeting, int number, PersonId teller, boolean accepted, String head, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "secret poll %s: teller %d, %s, %s the record with head %s"
                .formatted(poll, number, teller, accepted ? "confirmed" : "refused", head);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
