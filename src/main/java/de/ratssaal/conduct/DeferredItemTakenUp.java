package de.ratssaal.conduct;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * An item that was deferred stands on the agenda of a later meeting.
 *
 * @param meeting that takes it up
 * @param item there
 * @param deferred the item that was deferred
 */
public record DeferredItemTakenUp(MeetingId meeting, AgendaItemId item, AgendaItemId deferred, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "item %s takes up the deferred item %s".formatted(item, deferred);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
