package de.ratssaal.teller;

import java.io.Serializable;
import java.util.UUID;

/** Identifies the making of a tellers' key, and the key that came out. */
public record CeremonyId(UUID value) implements Serializable {

    public static CeremonyId next() {
        return new CeremonyId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
