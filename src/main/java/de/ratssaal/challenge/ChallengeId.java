package de.ratssaal.challenge;

import java.util.UUID;

/** Identifies a {@link Challenge}; made by whoever raises it, so that the same one sent twice is one. */
public record ChallengeId(UUID value) {

    public static ChallengeId next() {
        return new ChallengeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
