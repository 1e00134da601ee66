package de.ratssaal.workflow;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a time in which somebody stands in for the head of an office. */
@Embeddable
public record StandInId(UUID value) implements Serializable {

    public static StandInId next() {
        return new StandInId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
