package de.ratssaal.ballot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The published record of an election, as it lies in a {@code .bel} file.
 *
 * @param created as its beginning says
 * @param entries all but the beginning
 */
public record Archive(Instant created, List<ArchiveEntry> entries) {

    private static final int BLOCK = 512;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.(?:data|event)\\.json");
    private static final long LATEST = 1L << 33;

    public Archive {
        entries = List.copyOf(entries);
    }

    /** @throws MalformedRecord if it is not laid out byte for byte as prescribed */
    public static Archive read(byte[] file) {
        var at = 0;
        var entries = new ArrayList<ArchiveEntry>();
        while (at < file.length) {
            var entry = entry(file, at);
            if (entry.name().equals(ArchiveEntry.BEGINNING) != (at == 0)) {
                throw new MalformedRecord("at byte " + at, "a record begins once, and first");
            }
            entries.add(entry);
            at += BLOCK + (entry.content().length + BLOCK - 1) / BLOCK * BLOCK;
        }
        if (entries.isEmpty()) {
            throw new MalformedRecord("", "does not begin as the record of an election");
        }
        var created = created(entries.getFirst().content());
        requireSame(file, entries, created);
        return new Archive(created, entries.subList(1, entries.size()));
    }

    private static ArchiveEntry entry(byte[] file, int at) {
        if (file.length - at < BLOCK) {
            throw new MalformedRecord("at byte " + at, "ends too early");
        }
        var name = field(file, at, 100);
        var size = field(file, at + 124, 12);
        if (!name.equals(ArchiveEntry.BEGINNING) && !NAME.matcher(name).matches()) {
            throw new MalformedRecord("at byte " + at, "no entry of an election's record");
        }
        try {
            var length = Integer.parseInt(size, 8);
            if (length < 0 || length > file.length - at - BLOCK) {
                throw new MalformedRecord("at byte " + at, "ends too early");
            }
            return new ArchiveEntry(name, Arrays.copyOfRange(file, at + BLOCK, at + BLOCK + length));
        } catch (NumberFormatException e) {
            throw new MalformedRecord("at byte " + at, "no size");
        }
    }

    private static String field(byte[] file, int at, int length) {
        var end = at;
        while (end < at + length && file[end] != 0) {
            end++;
        }
        return new String(file, at, end - at, StandardCharsets.ISO_8859_1);
    }

    private static Instant created(byte[] beginning) {
        var fields = JsonReader.read(beginning).fields();
        var version = fields.take("version");
        if (version.whole() != 1) {
            throw version.wrong("only version 1 is known");
        }
        var timestamp = fields.take("timestamp");
        fields.end();
        var seconds = Decimal.parse(timestamp.text());
        if (seconds.bitLength() > 33 || seconds.longValueExact() >= LATEST) {
            throw timestamp.wrong("no time");
        }
        try {
            return Instant.ofEpochSecond(seconds.longValueExact());
        } catch (DateTimeException e) {
            throw timestamp.wrong("no time");
        }
    }

    private static void requireSame(byte[] file, List<ArchiveEntry> entries, Instant created) {
        var at = 0;
        for (var entry : entries) {
            var written = entry.write(created);
            if (at + written.length > file.length
                    || Arrays.mismatch(file, at, at + written.length, written, 0, written.length) >= 0) {
                throw new MalformedRecord("at byte " + at, "laid out otherwise than prescribed");
            }
            at += written.length;
        }
    }

    public void write(OutputStream out) throws IOException {
        out.write(ArchiveEntry.beginning(created).write(created));
        for (var entry : entries) {
            out.write(entry.write(created));
        }
    }

    /** Records that are no events, by their names. */
    public Map<String, byte[]> records() {
        var records = new LinkedHashMap<String, byte[]>();
        for (var entry : entries) {
            if (!entry.isEvent()) {
                records.put(entry.hash(), entry.content());
            }
        }
        return Collections.unmodifiableMap(records);
    }
}
