package de.ratssaal.calendar;

import java.util.UUID;

/** Identifies a calendar feed. */
public record FeedId(UUID value) {

    public static FeedId next() {
        return new FeedId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
