package de.ratssaal.voteorder;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The text is voted on as a whole after all. */
public record PointsJoined(MeetingId meeting, AgendaItemId item, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "item %s: the text is voted on as a whole after all".formatted(item);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
