package de.ratssaal.voting;

import java.util.UUID;

/** Identifies a {@link ProceduralMotion}; made by whoever moves it, so that the same motion sent twice is one. */
public record MotionId(UUID value) {

    public static MotionId next() {
        return new MotionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
