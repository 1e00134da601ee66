package de.ratssaal.voteorder;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The points of a text are voted on one by one. */
public record PointsSeparated(MeetingId meeting, AgendaItemId item, String fingerprint, int points, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "item %s, text %s: %d points are voted on one by one".formatted(item, fingerprint, points);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
