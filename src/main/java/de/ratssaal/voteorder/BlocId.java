package de.ratssaal.voteorder;

import java.util.UUID;

/** Identifies items that are put to the vote together. */
public record BlocId(UUID value) {

    public static BlocId next() {
        return new BlocId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
