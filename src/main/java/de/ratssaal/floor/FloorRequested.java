package de.ratssaal.floor;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody asked for the floor. A guest is not named: the log holds nothing of residents. */
public record FloorRequested(
        RequestId request,
        MeetingId meeting,
        AgendaItemId item,
        SpeechKind kind,
        @Nullable PersonId person,
        Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "request %s for the floor on item %s: %s of %s"
                .formatted(request, item, kind, person == null ? "a guest" : person);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
