package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a person was present.
 *
 * @param until end; none while the person is present
 */
public record Presence(
        PersonId person,
        Place place,
        Instant since,
        @Nullable Instant until) {

    public boolean isAt(Instant moment) {
        return !since.isAfter(moment) && (until == null || until.isAfter(moment));
    }
}
