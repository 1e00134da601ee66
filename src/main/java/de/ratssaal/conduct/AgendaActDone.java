package de.ratssaal.conduct;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A meeting decided something on its agenda. */
public record AgendaActDone(MeetingId meeting, @Nullable AgendaItemId item, ActKind kind, String detail, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "agenda: %s %s %s".formatted(kind, item == null ? "" : "item " + item, detail);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
