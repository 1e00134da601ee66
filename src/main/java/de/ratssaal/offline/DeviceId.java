package de.ratssaal.offline;

import java.util.UUID;

/** Identifies a device on which meetings are kept. */
public record DeviceId(UUID value) {

    public static DeviceId next() {
        return new DeviceId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
