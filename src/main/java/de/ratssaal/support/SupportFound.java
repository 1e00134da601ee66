package de.ratssaal.support;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Something had enough supporters when it was put to the vote. */
public record SupportFound(
        MeetingId meeting, AgendaItemId item, Subject subject, int counted, int needed, boolean byGroup, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s %s on item %s put to the vote with %d supporters, needed %d%s"
                .formatted(
                        subject.kind(), subject.id(), item, counted, needed, byGroup ? ", by a political group" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
