package de.ratssaal.voting;

import static java.util.Objects.requireNonNull;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;

/**
 * A member changed their open vote before the poll was closed, or who entered it for them corrected it. As of {@link VoteCast} the log says so at once, but not how.
 *
 * @param receipt the key under which its sender sends it, again if need be
 * @param replaces that of the vote that does not count any more
 * @param enteredFor whether chair or secretariat corrected what was entered for the member
 */
public record VoteCorrected(
        PollId poll,
        MeetingId meeting,
        PersonId person,
        Choice choice,
        UUID receipt,
        UUID replaces,
        boolean enteredFor,
        Instant at)
        implements AuditedEvent {

    public VoteCorrected {
        requireNonNull(poll);
        requireNonNull(meeting);
        requireNonNull(person);
        requireNonNull(choice);
        requireNonNull(receipt);
        requireNonNull(replaces);
        requireNonNull(at);
    }

    @Override
    public String auditLine() {
        var seal = VoteSeal.of(poll, person, choice, receipt);
        return enteredFor
                ? "poll %s: %s had the vote corrected that was entered for them, sealed %s"
                        .formatted(poll, person, seal)
                : "poll %s: %s changed their vote, sealed %s".formatted(poll, person, seal);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
