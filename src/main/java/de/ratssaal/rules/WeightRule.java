package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Whether members have different numbers of votes. In a council each has one.
 *
 * @param weighted whether a membership may have several votes; otherwise each has one, whatever stands in the register
 * @param quorumOfVotes whether the quorum, and in writing the agreement that takes its place, is a share of the votes; otherwise of
 *     the members. Where each has one vote it is the same
 * @param source paragraph
 */
public record WeightRule(boolean weighted, boolean quorumOfVotes, LegalSource source) {

    /** Several votes count as such for the quorum as well. */
    public boolean countsVotesForQuorum() {
        return weighted && quorumOfVotes;
    }
}
