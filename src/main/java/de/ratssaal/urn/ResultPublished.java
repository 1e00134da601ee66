package de.ratssaal.urn;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.Tally;
import java.time.Instant;

/**
 * Enough tellers have decrypted, and the record with the result was verified here. It counts once tellers have confirmed it.
 *
 * @param head hash of the result, as the record has it
 */
public record ResultPublished(PollId poll, MeetingId meeting, Tally result, String head, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "secret poll %s: the record says %d yes, %d no, %d abstentions, head %s"
                .formatted(poll, result.yes(), result.no(), result.abstentions(), head);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
