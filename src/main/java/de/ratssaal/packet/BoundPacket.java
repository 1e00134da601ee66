package de.ratssaal.packet;

import java.util.List;

/**
 * A packet that is bound.
 *
 * @param size in bytes
 * @param markAt first byte of the room that is left for the reader's name; every page that carries it shows this one place
 * @param missing documents that could not be bound in, by their place among all, counted from 0
 */
public record BoundPacket(int pages, long size, long markAt, List<Integer> missing) {

    public BoundPacket {
        missing = List.copyOf(missing);
    }
}
