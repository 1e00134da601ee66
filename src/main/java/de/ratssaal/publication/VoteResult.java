package de.ratssaal.publication;

import de.ratssaal.voting.Tally;

/**
 * Result of an open vote.
 *
 * @param recused members who were recused
 * @param entitled members who were entitled to vote
 */
public record VoteResult(int yes, int no, int abstentions, int recused, int entitled) {

    public VoteResult {
        if (yes < 0 || no < 0 || abstentions < 0 || recused < 0 || yes + no + abstentions > entitled) {
            throw new IllegalArgumentException(
                    "%d, %d, %d of %d, %d recused".formatted(yes, no, abstentions, entitled, recused));
        }
    }

    static VoteResult of(Tally tally, int recused, int entitled) {
        return new VoteResult(tally.yes(), tally.no(), tally.abstentions(), recused, entitled);
    }

    /** Members entitled to vote who did not. */
    public int notCast() {
        return entitled - yes - no - abstentions;
    }
}
