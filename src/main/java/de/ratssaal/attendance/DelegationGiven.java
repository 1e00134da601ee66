package de.ratssaal.attendance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member left their vote to another.
 *
 * @param item as in {@link Delegation}
 */
public record DelegationGiven(
        DelegationId delegation,
        MeetingId meeting,
        @Nullable AgendaItemId item,
        PersonId member,
        PersonId holder,
        boolean enteredFor,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s leaves their vote to %s, %s%s"
                .formatted(
                        member,
                        holder,
                        item == null ? "for the whole meeting" : "on item " + item,
                        enteredFor ? ", entered by the desk" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
