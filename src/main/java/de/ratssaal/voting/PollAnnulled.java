package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The result of a poll holds no longer; the vote is taken again. */
public record PollAnnulled(PollId poll, MeetingId meeting, AgendaItemId item, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s on item %s annulled: %s".formatted(poll, item, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
