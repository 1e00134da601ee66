package de.ratssaal.teller;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a set of tellers. */
public record TellerSetId(UUID value) implements Serializable {

    public static TellerSetId next() {
        return new TellerSetId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
