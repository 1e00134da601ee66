package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The vote of one seat that can be cast on an item at this moment.
 *
 * @param voter in whose name: the member, who stands in for them, or an absent member who left it to another
 * @param seat the member whose seat it belongs to
 * @param caster who casts it: the voter themself, or who carries it for them
 * @param delegation by which it was left to the caster; none if it is their own
 * @param weight how many votes it counts
 * @param place from where the caster takes part
 */
public record VoteInHand(
        PersonId voter,
        PersonId seat,
        PersonId caster,
        @Nullable DelegationId delegation,
        int weight,
        Place place) {

    public VoteInHand {
        if (weight < 1 || caster.equals(voter) != (delegation == null)) {
            throw new IllegalArgumentException("%d votes of %s by %s".formatted(weight, voter, caster));
        }
    }

    public boolean isOwn() {
        return delegation == null;
    }

    /** Whether one raised hand says it all. */
    boolean isOneHand() {
        return isOwn() && weight == 1;
    }
}
