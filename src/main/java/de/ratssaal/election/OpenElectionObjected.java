package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * A member objected to an open round.
 *
 * @param enteredFor whether the desk entered it, for a member who raised a hand
 * @param objecting how many object by now
 * @param needed how many it takes to make the round secret
 */
public record OpenElectionObjected(
        ElectionId election,
        MeetingId meeting,
        RoundId round,
        PersonId member,
        boolean enteredFor,
        int objecting,
        int needed,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s objected to an open round %s of election %s%s: %d of the %d that make it secret"
                .formatted(member, round, election, enteredFor ? ", entered at the desk" : "", objecting, needed);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
