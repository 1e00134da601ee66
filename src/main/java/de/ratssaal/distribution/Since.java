package de.ratssaal.distribution;

import java.time.Instant;
import java.util.List;

/**
 * What changed since somebody last looked.
 *
 * @param seenAt when that was
 */
public record Since(Instant seenAt, List<Change> changes) {

    public Since {
        changes = List.copyOf(changes);
    }
}
