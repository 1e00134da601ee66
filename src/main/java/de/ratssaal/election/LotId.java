package de.ratssaal.election;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a lot. */
public record LotId(UUID value) implements Serializable {

    public static LotId next() {
        return new LotId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
