package de.ratssaal.challenge;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A challenge was granted, rejected or withdrawn. */
public record ChallengeDecided(
        ChallengeId challenge,
        MeetingId meeting,
        AgendaItemId item,
        PollId poll,
        ChallengeState state,
        @Nullable String ground,
        @Nullable Tally votes,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        var by = votes == null
                ? ""
                : ", by %d to %d votes with %d abstentions".formatted(votes.yes(), votes.no(), votes.abstentions());
        return "challenge %s of poll %s: %s%s%s"
                .formatted(challenge, poll, state, by, ground == null ? "" : ": " + ground);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
