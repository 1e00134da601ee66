package de.ratssaal.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A file that is a small file system of its own, as office programs wrote them before 2007 (Microsoft's MS-CFB). Only its
 * directory is read.
 */
final class CompoundFile {

    static final int[] SIGNATURE = {0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};

    private static final int HEADER = 512;
    private static final int SECTOR_SHIFT_AT = 30;
    private static final int DIRECTORY_AT = 48;
    private static final int MORE_TABLES_AT = 68;
    private static final int TABLES_AT = 76;
    private static final int TABLES_IN_HEADER = 109;
    private static final int ENTRY = 128;
    private static final int NAME_LENGTH_AT = 64;
    private static final int TYPE_AT = 66;
    private static final int MOST_SECTORS = 4_096;

    private final RandomAccessFile file;
    private final ByteBuffer header;
    private final int sector;

    private CompoundFile(RandomAccessFile file) throws IOException, Broken {
        this.file = file;
        this.header = bytes(0, HEADER);
        var shift = header.getShort(SECTOR_SHIFT_AT);
        if (shift != 9 && shift != 12) {
            throw new Broken("sectors of 2^" + shift);
        }
        this.sector = 1 << shift;
    }

    /** It does not hold together. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        Broken(String why) {
            super(why);
        }
    }

    /** Names of all that lies in it, at whatever depth. */
    static Set<String> names(Path path) throws IOException, Broken {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            return new CompoundFile(file).names();
        }
    }

    private Set<String> names() throws IOException, Broken {
        var names = new HashSet<String>();
        var seen = new HashSet<Integer>();
        for (var at = header.getInt(DIRECTORY_AT); at >= 0; at = next(at)) {
            if (!seen.add(at) || seen.size() > MOST_SECTORS) {
                throw new Broken("a directory without end");
            }
            var entries = sector(at);
            for (var entry = 0; entry < sector; entry += ENTRY) {
                var length = entries.getShort(entry + NAME_LENGTH_AT);
                if (entries.get(entry + TYPE_AT) != 0 && length >= 2 && length <= NAME_LENGTH_AT) {
                    var name = new byte[length - 2];
                    entries.get(entry, name);
                    names.add(new String(name, StandardCharsets.UTF_16LE));
                }
            }
        }
        return names;
    }

    /** The sector that follows one, as the allocation table says; negative at the end. */
    private int next(int at) throws IOException, Broken {
        var perTable = sector / Integer.BYTES;
        return sector(table(at / perTable)).getInt(at % perTable * Integer.BYTES);
    }

    /** Where a part of the allocation table lies: the first ones stand in the header, the others in a chain. */
    private int table(int number) throws IOException, Broken {
        if (number < TABLES_IN_HEADER) {
            return header.getInt(TABLES_AT + number * Integer.BYTES);
        }
        var perLink = sector / Integer.BYTES - 1;
        var left = number - TABLES_IN_HEADER;
        var link = sector(header.getInt(MORE_TABLES_AT));
        for (; left >= perLink; left -= perLink) {
            link = sector(link.getInt(perLink * Integer.BYTES));
        }
        return link.getInt(left * Integer.BYTES);
    }

    private ByteBuffer sector(int number) throws IOException, Broken {
        if (number < 0) {
            throw new Broken("no such sector");
        }
        return bytes((number + 1L) * sector, sector);
    }

    private ByteBuffer bytes(long at, int length) throws IOException, Broken {
        if (at + length > file.length()) {
            throw new Broken("it ends too early");
        }
        var bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
