package de.ratssaal.packet;

/** Draws the mark that names the reader of a packet. */
public interface MarkDrawing {

    /**
     * @param text names the reader
     * @return exactly the bytes that a packet holds free for it from {@link BoundPacket#markAt()} on
     */
    byte[] draw(String text);
}
