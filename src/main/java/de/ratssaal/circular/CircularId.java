package de.ratssaal.circular;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a circular resolution. */
public record CircularId(UUID value) implements Serializable {

    public static CircularId next() {
        return new CircularId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
