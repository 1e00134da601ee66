package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A poll was cancelled; nothing was decided by it. */
public record PollCancelled(PollId poll, MeetingId meeting, AgendaItemId item, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s cancelled: %s".formatted(poll, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
