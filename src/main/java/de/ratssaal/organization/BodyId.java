package de.ratssaal.organization;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a municipality. */
@Embeddable
public record BodyId(UUID value) implements Serializable {

    public static BodyId next() {
        return new BodyId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
