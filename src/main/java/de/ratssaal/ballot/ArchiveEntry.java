package de.ratssaal.ballot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * A file within the archive of an election.
 *
 * @param name the hash of the content and what kind it is
 */
public record ArchiveEntry(String name, byte[] content) {

    static final String BEGINNING = "BELENIOS";
    static final String DATA = ".data.json";
    static final String EVENT = ".event.json";

    private static final int BLOCK = 512;

    public ArchiveEntry {
        content = content.clone();
    }

    /** The entry with which every archive begins. */
    public static ArchiveEntry beginning(Instant created) {
        return new ArchiveEntry(
                BEGINNING,
                "{\"version\":1,\"timestamp\":\"%d\"}"
                        .formatted(created.getEpochSecond())
                        .getBytes(StandardCharsets.UTF_8));
    }

    static ArchiveEntry data(byte[] content) {
        return new ArchiveEntry(Hash.hex(content) + DATA, content);
    }

    static ArchiveEntry event(byte[] content) {
        return new ArchiveEntry(Hash.hex(content) + EVENT, content);
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    public boolean isEvent() {
        return name.endsWith(EVENT);
    }

    /** The hash that the name says the content has. */
    String hash() {
        return name.substring(0, name.indexOf('.'));
    }

    /**
     * As it stands in the archive, an old tar file without an end.
     *
     * @param created when the archive was begun; every entry says the same
     */
    public byte[] write(Instant created) {
        var padded = (content.length + BLOCK - 1) / BLOCK * BLOCK;
        var bytes = Arrays.copyOf(header(name, content.length, created.getEpochSecond()), BLOCK + padded);
        System.arraycopy(content, 0, bytes, BLOCK, content.length);
        return bytes;
    }

    static byte[] header(String name, int size, long seconds) {
        var header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, "%011o".formatted(size));
        put(header, 136, "%011o".formatted(seconds));
        put(header, 148, "        ");
        put(header, 156, "0");
        var sum = 0;
        for (var value : header) {
            sum += value & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
