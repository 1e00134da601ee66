package de.ratssaal.circular;

import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A member who was entitled when it began.
 *
 * @param group short name of the political group
 * @param groupColor its colour as {@code #rrggbb}
 * @param weight how many votes their answer counts
 * @param answered whether they have answered, which everybody who sees the matter may know
 * @param answer how; none until it is counted
 */
public record Participant(
        PersonId person,
        String name,
        @Nullable String group,
        @Nullable String groupColor,
        int weight,
        boolean recused,
        boolean answered,
        @Nullable Answer answer) {}
