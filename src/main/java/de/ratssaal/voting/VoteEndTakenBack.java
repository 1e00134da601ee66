package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** An announced end of an open vote was taken back: by the chair, or because the vote could not be closed then. */
public record VoteEndTakenBack(PollId poll, MeetingId meeting, AgendaItemId item, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s goes on without an announced end".formatted(poll);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
