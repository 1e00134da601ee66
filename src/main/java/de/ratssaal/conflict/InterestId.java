package de.ratssaal.conflict;

import java.util.UUID;

/** Identifies something that a member wrote down. */
public record InterestId(UUID value) {

    public static InterestId next() {
        return new InterestId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
