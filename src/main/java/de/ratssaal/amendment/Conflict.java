package de.ratssaal.amendment;

import java.util.Set;

/** Amendments that want different things at one place. */
public record Conflict(Place place, Set<AmendmentId> between) {

    public Conflict {
        between = Set.copyOf(between);
    }
}
