package de.ratssaal.voting;

import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.Majority;
import org.jspecify.annotations.Nullable;

/**
 * Whether a proposal is adopted (R8). Abstentions and invalid votes do not count as votes cast; a tie rejects, unless the
 * chair has a casting vote and voted for the proposal.
 *
 * @param majority what the proposal needs
 * @param castingVote how the chair voted, if their vote breaks a tie; none if it does not, or is not known by name
 * @param tally the counted votes
 * @param present votes of those present and entitled to vote on the item
 * @param members votes of all members, the legal strength of the organization
 */
record Decision(Majority majority, @Nullable Choice castingVote, Tally tally, int present, int members) {

    boolean isAdopted() {
        return switch (majority) {
            case OF_VOTES_CAST -> tally.yes() > tally.no() || tally.isTie() && castingVote == Choice.YES;
            case TWO_THIRDS_OF_PRESENT -> present > 0 && Fraction.TWO_THIRDS.isReachedBy(tally.yes(), present);
            case OF_MEMBERS -> Fraction.HALF.isExceededBy(tally.yes(), members);
            case TWO_THIRDS_OF_MEMBERS -> Fraction.TWO_THIRDS.isReachedBy(tally.yes(), members);
            case TWO_THIRDS_OF_VOTES -> tally.isCarriedBy(Fraction.TWO_THIRDS);
            case THREE_QUARTERS_OF_VOTES -> tally.isCarriedBy(Fraction.THREE_QUARTERS);
            case THREE_QUARTERS_OF_MEMBERS -> Fraction.THREE_QUARTERS.isReachedBy(tally.yes(), members);
            case UNANIMOUS -> tally.isCarriedBy(Fraction.WHOLE);
            case ALL_MEMBERS -> Fraction.WHOLE.isReachedBy(tally.yes(), members);
        };
    }
}
