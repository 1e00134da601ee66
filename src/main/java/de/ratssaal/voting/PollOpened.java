package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A poll was opened. */
public record PollOpened(
        PollId poll, MeetingId meeting, AgendaItemId item, String fingerprint, int entitled, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s opened on item %s, wording %s, %d entitled".formatted(poll, item, fingerprint, entitled);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
