package de.ratssaal.identity;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a session: an account being signed in on one device. */
public record SessionId(UUID value) implements Serializable {

    public static SessionId next() {
        return new SessionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
