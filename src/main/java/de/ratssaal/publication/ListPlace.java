package de.ratssaal.publication;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * A thing's place in a list of the latest. Many things can happen at the same moment; among them the identifier decides.
 *
 * @param at when it happened
 */
public record ListPlace(Instant at, UUID id) {

    /** As it stands in an address; empty for anything else. */
    public static Optional<ListPlace> parse(String text) {
        var parts = text.split("_", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new ListPlace(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
