package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Votes in the room were counted by show of hands. */
public record HandsCounted(PollId poll, MeetingId meeting, Tally tally, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s, show of hands: %d yes, %d no, %d abstentions"
                .formatted(poll, tally.yes(), tally.no(), tally.abstentions());
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
