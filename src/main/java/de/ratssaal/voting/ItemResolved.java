package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** What became of an item is settled. */
public record ItemResolved(
        MeetingId meeting, AgendaItemId item, Outcome outcome, String fingerprint, boolean isPublic, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "item %s: %s, wording %s".formatted(item, outcome, fingerprint);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
