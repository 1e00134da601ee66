package de.ratssaal.display;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A screen was added to a meeting. */
public record ScreenAdded(MeetingId meeting, ScreenId screen, String name, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "screen %s added: %s".formatted(screen, name);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
