package de.ratssaal.minutes;

import java.io.Serializable;
import java.util.UUID;

/** Identifies the minutes of a meeting. */
public record MinutesId(UUID value) implements Serializable {

    public static MinutesId next() {
        return new MinutesId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
