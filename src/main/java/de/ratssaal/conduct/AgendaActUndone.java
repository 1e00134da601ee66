package de.ratssaal.conduct;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last thing that was decided on the agenda was taken back. */
public record AgendaActUndone(MeetingId meeting, @Nullable AgendaItemId item, ActKind kind, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "agenda: %s %s taken back: %s".formatted(kind, item == null ? "" : "item " + item, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
