package de.ratssaal.voting;

import static java.util.Objects.requireNonNull;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member voted openly. */
public record VoteCast(PollId poll, MeetingId meeting, PersonId person, Choice choice, boolean enteredFor, Instant at)
        implements AuditedEvent {

    public VoteCast {
        requireNonNull(poll);
        requireNonNull(meeting);
        requireNonNull(person);
        requireNonNull(choice);
        requireNonNull(at);
    }

    @Override
    public String auditLine() {
        return "poll %s: %s voted %s%s"
                .formatted(poll, person, choice, enteredFor ? ", entered by the secretariat" : "");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
