package de.ratssaal.voteorder;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.List;

/** Several items were put together for one vote. */
public record BlocProposed(MeetingId meeting, List<AgendaItemId> items, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "items %s are put to the vote together".formatted(items);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
