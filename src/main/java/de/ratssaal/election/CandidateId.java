package de.ratssaal.election;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a candidate, a list or a group in one election. */
public record CandidateId(UUID value) implements Serializable {

    public static CandidateId next() {
        return new CandidateId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
