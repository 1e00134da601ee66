package de.ratssaal.challenge;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollId;
import java.time.Instant;

/** A member challenged a vote that was counted. */
public record VoteChallenged(
        ChallengeId challenge,
        MeetingId meeting,
        AgendaItemId item,
        PollId poll,
        PersonId by,
        boolean enteredFor,
        String reason,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "poll %s on item %s challenged by %s%s: %s"
                .formatted(poll, item, by, enteredFor ? ", entered by the secretariat" : "", reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
