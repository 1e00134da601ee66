package de.ratssaal.paper;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies one station of a paper's way through the organizations. */
@Embeddable
public record ConsultationId(UUID value) implements Serializable {

    public static ConsultationId next() {
        return new ConsultationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
