package de.ratssaal.voting;

import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.Majority;

/**
 * Whether a proposal is adopted (R8). Abstentions and invalid votes do not count as votes cast; a tie rejects.
 *
 * @param majority what the proposal needs
 * @param tally the counted votes
 * @param present members present and entitled to vote on the item
 * @param members legal strength of the organization
 */
record Decision(Majority majority, Tally tally, int present, int members) {

    boolean isAdopted() {
        return switch (majority) {
            case OF_VOTES_CAST -> tally.yes() > tally.no();
            case TWO_THIRDS_OF_PRESENT -> present > 0 && Fraction.TWO_THIRDS.isReachedBy(tally.yes(), present);
            case OF_MEMBERS -> Fraction.HALF.isExceededBy(tally.yes(), members);
            case TWO_THIRDS_OF_MEMBERS -> Fraction.TWO_THIRDS.isReachedBy(tally.yes(), members);
        };
    }
}
