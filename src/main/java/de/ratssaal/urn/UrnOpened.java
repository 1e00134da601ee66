package de.ratssaal.urn;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * A secret vote by device was opened.
 *
 * @param voters how many take part
 * @param head hash of the opening, as the record has it
 */
public record UrnOpened(SecretPollId poll, MeetingId meeting, String uuid, int voters, String head, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "secret poll %s opened as election %s for %d voters, head %s".formatted(poll, uuid, voters, head);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
