package de.ratssaal.conference;

import java.util.UUID;

/** Identifies the line of one browser into a room. */
public record LineId(UUID value) {

    public static LineId next() {
        return new LineId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
