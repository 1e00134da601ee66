package de.ratssaal.amendment;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an amendment. */
@Embeddable
public record AmendmentId(UUID value) implements Serializable {

    public static AmendmentId next() {
        return new AmendmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
