package de.ratssaal.election;

import java.io.Serializable;
import java.util.UUID;

/** Identifies one round of an election. */
public record RoundId(UUID value) implements Serializable {

    public static RoundId next() {
        return new RoundId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
