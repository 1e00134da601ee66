package de.ratssaal.display;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A screen was said to stand inside of the closed room, or not to. */
public record ScreenPlaced(MeetingId meeting, ScreenId screen, boolean inside, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "screen %s stands %s"
                .formatted(screen, inside ? "inside of the closed room" : "where the public sees it");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
