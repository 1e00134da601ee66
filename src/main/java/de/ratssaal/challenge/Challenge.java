package de.ratssaal.challenge;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's challenge of a vote that was counted.
 *
 * @param question what was voted on
 * @param isPublic whether the vote was
 * @param reason what went wrong, in the words of who raised it
 * @param enteredFor whether chair or secretariat entered it for them
 * @param ground why it was granted or rejected; none before
 * @param votes of the meeting on it; none if the chair decided
 */
public record Challenge(
        ChallengeId id,
        MeetingId meeting,
        AgendaItemId item,
        PollId poll,
        String question,
        boolean isPublic,
        String reason,
        PersonId by,
        boolean enteredFor,
        Instant raisedAt,
        ChallengeState state,
        @Nullable Instant decidedAt,
        @Nullable String ground,
        @Nullable Tally votes) {

    public boolean isPending() {
        return state == ChallengeState.PENDING;
    }
}
