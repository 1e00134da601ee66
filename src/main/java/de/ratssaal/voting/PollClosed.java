package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A poll was closed and counted. */
public record PollClosed(
        PollId poll, MeetingId meeting, AgendaItemId item, Tally tally, int recused, Outcome outcome, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s closed: %d yes, %d no, %d abstentions, %d recused: %s%s"
                .formatted(
                        poll,
                        tally.yes(),
                        tally.no(),
                        tally.abstentions(),
                        recused,
                        outcome,
                        outcome.isAdopted() && tally.isTie() ? ", by the casting vote of the chair" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
