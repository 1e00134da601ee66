package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Votes in the room were counted by show of hands, or ballots out of the urn. */
public record HandsCounted(PollId poll, MeetingId meeting, Tally tally, int invalid, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s, counted in the room: %d yes, %d no, %d abstentions, %d invalid"
                .formatted(poll, tally.yes(), tally.no(), tally.abstentions(), invalid);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
