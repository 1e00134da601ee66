package de.ratssaal.paper;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a paper. */
@Embeddable
public record PaperId(UUID value) implements Serializable {

    public static PaperId next() {
        return new PaperId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
