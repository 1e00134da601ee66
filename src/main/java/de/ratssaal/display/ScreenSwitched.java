package de.ratssaal.display;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The desk lets a screen show something else. A message's text may be non-public and is not told. */
public record ScreenSwitched(MeetingId meeting, ScreenId screen, ScreenContent content, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "screen %s shows %s".formatted(screen, content);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
