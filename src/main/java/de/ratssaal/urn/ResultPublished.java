package de.ratssaal.urn;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * Enough tellers have decrypted, and the record with the result was verified here. It counts once tellers have confirmed it.
 *
 * @param told how often each answer was given
 * @param head hash of the result, as the record has it
 */
public record ResultPublished(SecretPollId poll, MeetingId meeting, String told, String head, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "secret poll %s: the record says %s, head %s".formatted(poll, told, head);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
