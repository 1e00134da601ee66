package de.ratssaal.conference;

import java.util.UUID;

/** Identifies a room of a conference. Not its name, which alone leads into it. */
public record RoomId(UUID value) {

    public static RoomId next() {
        return new RoomId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
