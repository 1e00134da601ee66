package de.ratssaal.document;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a file. What lies behind an identifier never changes: a replacement has an identifier of its own. */
public record FileId(UUID value) implements Serializable {

    public static FileId next() {
        return new FileId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
