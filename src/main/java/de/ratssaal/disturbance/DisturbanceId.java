package de.ratssaal.disturbance;

import java.util.UUID;

/** Identifies a reported disturbance. */
public record DisturbanceId(UUID value) {

    public static DisturbanceId next() {
        return new DisturbanceId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
