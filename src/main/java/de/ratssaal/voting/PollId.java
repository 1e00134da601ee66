package de.ratssaal.voting;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a poll. */
@Embeddable
public record PollId(UUID value) implements Serializable {

    public static PollId next() {
        return new PollId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
