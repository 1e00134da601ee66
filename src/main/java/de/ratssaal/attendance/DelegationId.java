package de.ratssaal.attendance;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies the vote of a member that is left to another. */
public record DelegationId(UUID value) {

    public DelegationId {
        requireNonNull(value);
    }

    public static DelegationId next() {
        return new DelegationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
