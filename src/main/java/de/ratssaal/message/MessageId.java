package de.ratssaal.message;

import java.util.UUID;

/** Identifies a message. Made by whoever sends it: sent twice, it is kept once. */
public record MessageId(UUID value) {

    public static MessageId next() {
        return new MessageId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
