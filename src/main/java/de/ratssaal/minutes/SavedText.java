package de.ratssaal.minutes;

import java.time.Instant;

/** What became of a text that was sent to be stored. */
public sealed interface SavedText {

    /**
     * It is stored.
     *
     * @param version what the next save has to name
     */
    record Saved(long version) implements SavedText {}

    /**
     * Somebody stored another text meanwhile. Nothing was changed: both texts are there, and whoever sent this one decides.
     *
     * @param theirs the text that is stored
     * @param version its version
     * @param by who wrote it
     */
    record Overtaken(String theirs, long version, String by, Instant at) implements SavedText {}
}
