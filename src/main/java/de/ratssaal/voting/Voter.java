package de.ratssaal.voting;

import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a vote can be cast in a poll, as it was fixed when they became entitled in it.
 *
 * @param person in whose name
 * @param castBy who casts the vote for them, as they left it to them; none if they cast it themself
 * @param weight how many votes it counts
 */
public record Voter(PersonId person, @Nullable PersonId castBy, int weight) {

    /** Who casts the vote. */
    public PersonId caster() {
        return castBy == null ? person : castBy;
    }

    /** Whether one raised hand says it all. */
    boolean isOneHand() {
        return castBy == null && weight == 1;
    }
}
