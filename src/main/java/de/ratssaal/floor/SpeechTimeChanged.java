package de.ratssaal.floor;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The time of a speech was stopped, goes on, or was made longer. */
public record SpeechTimeChanged(RequestId request, MeetingId meeting, AgendaItemId item, Change change, Instant at)
        implements AuditedEvent {

    /** What happened to the time. */
    public enum Change {
        PAUSED,
        RESUMED,
        EXTENDED,
        /** Somebody speaks to the rules of procedure in between. */
        SET_ASIDE
    }

    @Override
    public String auditLine() {
        return "time of speech %s on item %s: %s".formatted(request, item, change);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
