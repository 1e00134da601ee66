package de.ratssaal.urn;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * A teller has decrypted the sum with their share.
 *
 * @param number of the teller in the record
 */
public record SumDecrypted(SecretPollId poll, MeetingId meeting, int number, PersonId teller, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "secret poll %s: teller %d, %s, decrypted the sum".formatted(poll, number, teller);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
