package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * The chair announced when an open vote ends.
 *
 * @param byItself whether it then ends without another press
 */
public record VoteEndAnnounced(
        PollId poll, MeetingId meeting, AgendaItemId item, Instant endsAt, boolean byItself, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s ends at %s%s".formatted(poll, endsAt, byItself ? ", by itself" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
