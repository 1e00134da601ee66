package de.ratssaal.floor;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Somebody left the list without having spoken. */
public record FloorRequestEnded(RequestId request, MeetingId meeting, AgendaItemId item, RequestState state, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "request %s for the floor on item %s: %s".formatted(request, item, state);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
