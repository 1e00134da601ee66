package de.ratssaal.display;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A screen was taken away from a meeting. */
public record ScreenRemoved(MeetingId meeting, ScreenId screen, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "screen %s removed".formatted(screen);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
