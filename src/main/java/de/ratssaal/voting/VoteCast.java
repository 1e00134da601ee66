package de.ratssaal.voting;

import static java.util.Objects.requireNonNull;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member voted openly. The log says so at once, but not how: whoever reads it while the poll is open must not lead those
 * who have not voted. It holds a seal, which can be checked once the poll is closed.
 *
 * @param receipt the key under which its sender sends it, again if need be; too random to be guessed
 * @param castBy who cast it in the member's name, as the member had left it to them; none if the member did
 */
public record VoteCast(
        PollId poll,
        MeetingId meeting,
        PersonId person,
        Choice choice,
        UUID receipt,
        boolean enteredFor,
        Instant at,
        @Nullable PersonId castBy)
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
        return "poll %s: %s voted, sealed %s%s%s"
                .formatted(
                        poll,
                        person,
                        VoteSeal.of(poll, person, choice, receipt),
                        castBy == null ? "" : ", cast by " + castBy,
                        enteredFor ? ", entered by the secretariat" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
