package de.ratssaal.circular;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A circular resolution was put on the agenda of a meeting as information. */
public record CircularAnnounced(CircularId circular, MeetingId meeting, AgendaItemId item, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "circular resolution %s put on the agenda of meeting %s as item %s".formatted(circular, meeting, item);
    }

    @Override
    public String auditSubject() {
        return "circular/" + circular;
    }
}
