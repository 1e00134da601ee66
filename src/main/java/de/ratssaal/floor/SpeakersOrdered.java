package de.ratssaal.floor;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The chair changed the order of a list, or gave it back to the rules. */
public record SpeakersOrdered(MeetingId meeting, AgendaItemId item, boolean byRule, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "order of speakers on item %s %s".formatted(item, byRule ? "left to the rules" : "changed by the chair");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
