package de.ratssaal.meeting;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a meeting. */
@Embeddable
public record MeetingId(UUID value) implements Serializable {

    public static MeetingId next() {
        return new MeetingId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
