package de.ratssaal.disturbance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member reported a disturbance, or the desk for them. The meeting is interrupted. */
public record DisturbanceReported(
        DisturbanceId disturbance, MeetingId meeting, PersonId person, boolean enteredFor, Instant began, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "disturbance %s of %s since %s%s"
                .formatted(disturbance, person, began, enteredFor ? ", entered for them" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
