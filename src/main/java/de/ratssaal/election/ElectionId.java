package de.ratssaal.election;

import java.io.Serializable;
import java.util.UUID;

/** Identifies an election. */
public record ElectionId(UUID value) implements Serializable {

    public static ElectionId next() {
        return new ElectionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
