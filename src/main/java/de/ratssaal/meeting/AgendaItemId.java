package de.ratssaal.meeting;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an item of a meeting's agenda. */
@Embeddable
public record AgendaItemId(UUID value) implements Serializable {

    public static AgendaItemId next() {
        return new AgendaItemId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
