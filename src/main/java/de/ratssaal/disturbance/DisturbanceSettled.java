package de.ratssaal.disturbance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report of a disturbance is resolved or irrelevant. */
public record DisturbanceSettled(
        DisturbanceId disturbance,
        MeetingId meeting,
        DisturbanceState state,
        @Nullable Ground ground,
        String reason,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "disturbance %s is %s%s: %s"
                .formatted(disturbance, state, ground == null ? "" : " (" + ground + ")", reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
