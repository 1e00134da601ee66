package de.ratssaal.stream;

import java.util.UUID;

/** Identifies a stretch of a stream. */
record RunId(UUID value) {

    static RunId next() {
        return new RunId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
