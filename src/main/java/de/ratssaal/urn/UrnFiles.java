package de.ratssaal.urn;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The long texts of a secret vote by device, byte by byte as in the record. They grow with the number of voters and are read only where
 * something is made of them.
 *
 * @param election definition; none before the opening, as for the credentials
 * @param trustees public part of the tellers' key
 * @param tally encrypted sum; none before the urn is shut
 */
record UrnFiles(
        @Nullable String election,
        String trustees,
        @Nullable String credentials,
        @Nullable String tally) {

    /** With what it begins, once it is opened. */
    ElectionSetup setup() {
        return new ElectionSetup(Objects.requireNonNull(election), trustees, Objects.requireNonNull(credentials));
    }
}
