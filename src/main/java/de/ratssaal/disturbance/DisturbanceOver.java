package de.ratssaal.disturbance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member said that they can take part again. */
public record DisturbanceOver(
        DisturbanceId disturbance, MeetingId meeting, PersonId person, boolean objects, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "disturbance %s is over for %s, who objects: %s".formatted(disturbance, person, objects);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
