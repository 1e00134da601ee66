package de.ratssaal.support;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * A member stands behind something that was moved.
 *
 * @param enteredFor whether the desk entered it for a member who raised a hand
 */
public record MotionSupported(
        MeetingId meeting, AgendaItemId item, Subject subject, PersonId person, boolean enteredFor, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s %s on item %s supported by person %s%s"
                .formatted(subject.kind(), subject.id(), item, person, enteredFor ? ", entered for them" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
