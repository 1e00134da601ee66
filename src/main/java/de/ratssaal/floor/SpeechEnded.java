package de.ratssaal.floor;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Duration;
import java.time.Instant;

/** A speech ended. */
public record SpeechEnded(RequestId request, MeetingId meeting, AgendaItemId item, Duration spoken, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "speech %s on item %s ended after %d s".formatted(request, item, spoken.toSeconds());
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
