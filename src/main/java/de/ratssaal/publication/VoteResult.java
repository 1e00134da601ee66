package de.ratssaal.publication;

import de.ratssaal.rules.Majority;
import de.ratssaal.voting.PollSummary;
import org.jspecify.annotations.Nullable;

/**
 * Result of an open vote.
 *
 * @param recused members who were recused
 * @param entitled members who were entitled to vote
 * @param needed the majority it took; none for the one that the rules usually ask for
 */
public record VoteResult(
        int yes,
        int no,
        int abstentions,
        int recused,
        int entitled,
        @Nullable Majority needed) {

    public VoteResult {
        if (yes < 0 || no < 0 || abstentions < 0 || recused < 0 || yes + no + abstentions > entitled) {
            throw new IllegalArgumentException(
                    "%d, %d, %d of %d, %d recused".formatted(yes, no, abstentions, entitled, recused));
        }
    }

    static VoteResult of(PollSummary poll, Majority usual) {
        var tally = poll.tally();
        return new VoteResult(
                tally.yes(),
                tally.no(),
                tally.abstentions(),
                poll.recused(),
                poll.entitled(),
                poll.majority() == usual ? null : poll.majority());
    }

    /** Members entitled to vote who did not. */
    public int notCast() {
        return entitled - yes - no - abstentions;
    }
}
