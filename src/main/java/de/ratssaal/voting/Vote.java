package de.ratssaal.voting;

import de.ratssaal.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a member voted, openly (R15).
 *
 * @param enteredFor whether the secretariat entered it for a member in the room
 * @param corrected whether the secretariat corrected what it had entered
 * @param weight how many votes it counts
 * @param castBy who cast it in the member's name, as the member had left it to them; none if the member did
 */
public record Vote(
        PersonId person,
        Choice choice,
        Instant castAt,
        boolean enteredFor,
        boolean corrected,
        int weight,
        @Nullable PersonId castBy) {

    /** One vote, cast by the member. */
    public Vote(PersonId person, Choice choice, Instant castAt, boolean enteredFor) {
        this(person, choice, castAt, enteredFor, false, 1, null);
    }
}
