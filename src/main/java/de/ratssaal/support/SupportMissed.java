package de.ratssaal.support;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** It was established that too few stand behind something that was moved: nobody votes on it. */
public record SupportMissed(
        MeetingId meeting, AgendaItemId item, Subject subject, int supporters, int needed, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s %s on item %s: %d supporters of %d needed, not put to the vote"
                .formatted(subject.kind(), subject.id(), item, supporters, needed);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
