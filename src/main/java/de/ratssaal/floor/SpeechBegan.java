package de.ratssaal.floor;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody has the floor. */
public record SpeechBegan(
        RequestId request,
        MeetingId meeting,
        AgendaItemId item,
        SpeechKind kind,
        @Nullable PersonId person,
        Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s has the floor on item %s (%s, request %s)"
                .formatted(person == null ? "a guest" : person, item, kind, request);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
