package de.ratssaal.workflow;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies the way of one paper to one release. */
@Embeddable
public record ProcessId(UUID value) implements Serializable {

    public static ProcessId next() {
        return new ProcessId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
