package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** An election was prepared on an item. */
public record ElectionPrepared(
        ElectionId election,
        MeetingId meeting,
        AgendaItemId item,
        ElectionKind kind,
        String office,
        int seats,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "election %s prepared on item %s: %s, %d seats, %s".formatted(election, item, kind, seats, office);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
