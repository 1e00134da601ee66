package de.ratssaal.publication;

import java.util.UUID;

/** Identifies a published decision; the same value as its {@link de.ratssaal.voting.Resolution}. */
public record PublicDecisionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
