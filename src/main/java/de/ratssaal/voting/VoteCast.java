package de.ratssaal.voting;

import static java.util.Objects.requireNonNull;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;

/**
 * A member voted openly. The log says so at once, but not how: whoever reads it while the poll is open must not lead those
 * who have not voted. It holds a seal, which can be checked once the poll is closed.
 *
 * @param receipt the key under which its sender sends it, again if need be; too random to be guessed
 */
public record VoteCast(
        PollId poll, MeetingId meeting, PersonId person, Choice choice, UUID receipt, boolean enteredFor, Instant at)
        implements AuditedEvent {

    public VoteCast {
        requireNonNull(poll);
        requireNonNull(meeting);
        requireNonNull(person);
        requireNonNull(choice);
        requireNonNull(receipt);
        requireNonNull(at);
    }

    @Override
    public String auditLine() {
        return "poll %s: %s voted, sealed %s%s"
                .formatted(
                        poll,
                        person,
                        VoteSeal.of(poll, person, choice, receipt),
                        enteredFor ? ", entered by the secretariat" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
