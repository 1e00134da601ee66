package de.ratssaal.floor;

import java.util.UUID;

/** Identifies somebody's request for the floor, and the speech that comes of it. */
public record RequestId(UUID value) {

    static RequestId next() {
        return new RequestId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
