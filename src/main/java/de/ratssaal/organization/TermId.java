package de.ratssaal.organization;

import java.util.UUID;

/** Identifies a legislative term. */
public record TermId(UUID value) {

    public static TermId next() {
        return new TermId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
