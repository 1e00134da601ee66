package de.ratssaal.urn;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * No more ballots are taken.
 *
 * @param ballots how many were cast
 * @param head hash of the end of the vote, as the record has it
 */
public record UrnShut(SecretPollId poll, MeetingId meeting, int ballots, String head, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "secret poll %s: no more ballots, %d were cast, head %s".formatted(poll, ballots, head);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
