package de.ratssaal.voteorder;

import de.ratssaal.voting.GroupResult;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Vote;
import java.util.List;

/**
 * A vote that was counted, with how each voted (R15).
 *
 * @param groups how each group voted; empty if that is not known
 * @param votes by name; empty after a secret vote
 */
public record TakenVote(PollSummary poll, List<GroupResult> groups, List<Vote> votes) {

    public TakenVote {
        groups = List.copyOf(groups);
        votes = List.copyOf(votes);
    }

    /** Whether somebody voted, so that there is something to tell apart by group. */
    public boolean isByGroup() {
        return groups.size() > 1 && poll.tally().total() > 0;
    }
}
