package de.ratssaal.organization;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a membership. */
@Embeddable
public record MembershipId(UUID value) implements Serializable {

    public static MembershipId next() {
        return new MembershipId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
