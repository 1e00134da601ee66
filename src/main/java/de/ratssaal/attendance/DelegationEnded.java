package de.ratssaal.attendance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member's vote is not left to another any more. What was voted with it stays. */
public record DelegationEnded(
        DelegationId delegation, MeetingId meeting, PersonId member, PersonId holder, DelegationEnd end, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "vote of %s is not left to %s any more: %s".formatted(member, holder, end);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
