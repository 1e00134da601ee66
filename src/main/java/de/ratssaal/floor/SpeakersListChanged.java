package de.ratssaal.floor;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A list was closed or opened, or residents were let speak or not. */
public record SpeakersListChanged(
        MeetingId meeting, AgendaItemId item, boolean isClosed, boolean isQuestionTime, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "list of speakers on item %s %s, residents %s"
                .formatted(item, isClosed ? "closed" : "open", isQuestionTime ? "may ask" : "may not ask");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
