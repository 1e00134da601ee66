package de.ratssaal.voting;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.rules.Majority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A poll.
 *
 * @param isPublic whether the item is public, and so the poll
 * @param counted votes of members in the room that were counted by show of hands, without names
 * @param tally the result; empty before the poll is closed
 * @param recused members recused on the item when the poll was closed
 * @param entitled votes that could be cast when it was closed: as many as members entitled to vote, where each has one
 * @param outcome none before the poll is closed
 * @param annulledFor why the result holds no longer and the vote is taken again; none if it holds
 * @param invalid ballots out of the urn that said nothing clear; they do not count as votes cast (R8)
 * @param recordedFrom the vote on several items together in which its votes were cast; none if it was taken by itself
 * @param correctable whether whoever voted may change their vote until it is closed
 * @param endsAt the end that the chair announced; none if they did not
 * @param endsByItself whether it is closed then without another press
 * @param byDevice whether it is a secret vote whose ballots are encrypted on the voters' devices, not of paper
 */
public record PollSummary(
        PollId id,
        MeetingId meeting,
        AgendaItemId item,
        PollQuestion question,
        Majority majority,
        BallotMode mode,
        PollPurpose purpose,
        boolean isPublic,
        PollState state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String cancelledFor,
        Tally counted,
        Tally tally,
        int recused,
        int entitled,
        @Nullable Outcome outcome,
        @Nullable String annulledFor,
        int invalid,
        @Nullable PollId recordedFrom,
        boolean correctable,
        @Nullable Instant endsAt,
        boolean endsByItself,
        boolean byDevice) {

    /** Whether it was counted, and its result holds. */
    public boolean holds() {
        return state == PollState.CLOSED && annulledFor == null;
    }

    /** Whether the chair's casting vote broke a tie. Nothing else adopts a proposal with as many no as yes. */
    public boolean isDecidedByChair() {
        return outcome != null && outcome.isAdopted() && tally.isTie();
    }
}
