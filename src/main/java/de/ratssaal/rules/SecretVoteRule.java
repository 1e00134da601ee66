package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;
import org.jspecify.annotations.Nullable;

/**
 * What goes for secret votes by device. No code of a Land knows these numbers; a result of few votes says too much of each.
 *
 * @param leastVoters fewest voters for whom a vote is opened, and fewest ballots that are decrypted; at least two
 * @param confirmations how many of the tellers verify a result before it counts; none if as many as decrypt it
 * @param source paragraph
 */
public record SecretVoteRule(int leastVoters, @Nullable Integer confirmations, LegalSource source) {

    /** With a single voter the result is their vote. */
    public static final int FEWEST = 2;

    public SecretVoteRule {
        if (leastVoters < FEWEST || confirmations != null && confirmations < 1) {
            throw new IllegalArgumentException("%d voters, %s confirmations".formatted(leastVoters, confirmations));
        }
    }

    /**
     * How many of the tellers of one vote have to verify its result.
     *
     * @param threshold how many of them decrypt
     * @param tellers how many there are
     */
    public int confirmationsOf(int threshold, int tellers) {
        return confirmations == null ? threshold : Math.min(confirmations, tellers);
    }
}
