package de.ratssaal.identity;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a person: a member, an officer, a guest. */
@Embeddable
public record PersonId(UUID value) implements Serializable {

    public static PersonId next() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
