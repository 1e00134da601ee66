package de.ratssaal.disturbance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** More was said of a disturbance: what does not work, and since when. */
public record DisturbanceDescribed(
        DisturbanceId disturbance, MeetingId meeting, DisturbanceKind kind, Instant began, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "disturbance %s is %s since %s".formatted(disturbance, kind, began);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
