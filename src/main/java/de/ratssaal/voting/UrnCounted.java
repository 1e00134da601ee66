package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The sum of the ballots of a secret vote by device was decrypted by its tellers. */
public record UrnCounted(PollId poll, MeetingId meeting, Tally tally, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s, decrypted by the tellers: %d yes, %d no, %d abstentions"
                .formatted(poll, tally.yes(), tally.no(), tally.abstentions());
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
