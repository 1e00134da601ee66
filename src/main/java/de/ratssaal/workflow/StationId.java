package de.ratssaal.workflow;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies what one office is to do in one round. */
@Embeddable
public record StationId(UUID value) implements Serializable {

    public static StationId next() {
        return new StationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
