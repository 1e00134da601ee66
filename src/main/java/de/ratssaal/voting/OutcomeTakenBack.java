package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** What was recorded of an item without a vote holds no longer: the item is open again. */
public record OutcomeTakenBack(MeetingId meeting, AgendaItemId item, Outcome outcome, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "item %s is not %s any more: %s".formatted(item, outcome, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
