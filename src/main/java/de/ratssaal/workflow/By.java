package de.ratssaal.workflow;

import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param person none for an account that belongs to no person, and for the application itself
 * @param onBehalfOf the head for whom they stand in, with the name
 */
record By(
        @Nullable PersonId person,
        String name,
        @Nullable PersonId onBehalfOf,
        @Nullable String onBehalfOfName) {

    static By oneself(@Nullable PersonId person, String name) {
        return new By(person, name, null, null);
    }
}
