package de.ratssaal.voteorder;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollId;
import java.time.Instant;

/** The result of a vote on several items was recorded for one of them. */
public record RecordedTogether(MeetingId meeting, AgendaItemId item, PollId together, PollId poll, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "result of poll %s recorded for item %s as poll %s".formatted(together, item, poll);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
