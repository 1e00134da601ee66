package de.ratssaal.packet;

import java.util.UUID;

/** Identifies a packet as it is bound once. */
public record PacketId(UUID value) {

    public static PacketId next() {
        return new PacketId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
