package de.ratssaal.packet.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a TrueType font says of its letters: their glyphs and widths (OpenType specification, tables cmap, head, hhea, hmtx and
 * maxp). A library for fonts reads much more, and takes longer to be loaded than a packet to be bound.
 */
final class FontFile {

    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;
    private static final int WINDOWS = 3;
    private static final int UNICODE = 1;
    private static final int SEGMENTS = 4;
    private static final int HEADER = 14;

    private final ByteBuffer font;
    private final Map<String, Integer> tables = new HashMap<>();
    private final Map<Integer, Integer> glyphs = new TreeMap<>();
    private final float scale;

    FontFile(byte[] bytes) throws IOException {
        font = ByteBuffer.wrap(bytes);
        for (var left = font.getShort(4) - 1; left >= 0; left--) {
            var entry = DIRECTORY + left * ENTRY;
            var tag = new byte[4];
            font.get(entry, tag);
            tables.put(new String(tag, java.nio.charset.StandardCharsets.US_ASCII), font.getInt(entry + 8));
        }
        scale = 1000f / (font.getShort(table("head") + 18) & 0xffff);
        readGlyphs();
    }

    private int table(String name) throws IOException {
        var at = tables.get(name);
        if (at == null) {
            throw new IOException("a font without the table " + name);
        }
        return at;
    }

    private void readGlyphs() throws IOException {
        var map = table("cmap");
        for (var left = font.getShort(map + 2) - 1; left >= 0; left--) {
            var record = map + 4 + left * 8;
            var subtable = map + font.getInt(record + 4);
            if (font.getShort(record) == WINDOWS
                    && font.getShort(record + 2) == UNICODE
                    && font.getShort(subtable) == SEGMENTS) {
                readSegments(subtable);
            }
        }
        if (glyphs.isEmpty()) {
            throw new IOException("a font without letters");
        }
    }

    private void readSegments(int at) {
        var doubled = font.getShort(at + 6) & 0xffff;
        var starts = at + HEADER + doubled + 2;
        for (var segment = 0; segment < doubled; segment += 2) {
            var last = font.getShort(at + HEADER + segment) & 0xffff;
            var first = font.getShort(starts + segment) & 0xffff;
            var delta = font.getShort(starts + doubled + segment);
            var rangeAt = starts + 2 * doubled + segment;
            var range = font.getShort(rangeAt) & 0xffff;
            for (var letter = first; letter <= last && letter != 0xffff; letter++) {
                var found = range == 0 ? letter : font.getShort(rangeAt + range + 2 * (letter - first)) & 0xffff;
                var glyph = range != 0 && found == 0 ? 0 : (found + delta) & 0xffff;
                if (glyph != 0) {
                    glyphs.put(letter, glyph);
                }
            }
        }
    }

    /** Letters in their order with their glyphs. */
    Map<Integer, Integer> glyphs() {
        return glyphs;
    }

    /** 0 for a letter that the font lacks. */
    int glyph(int letter) {
        return glyphs.getOrDefault(letter, 0);
    }

    int countGlyphs() throws IOException {
        return font.getShort(table("maxp") + 4) & 0xffff;
    }

    /** In thousandths of the font's size. */
    int width(int glyph) throws IOException {
        var wide = font.getShort(table("hhea") + 34) & 0xffff;
        return Math.round((font.getShort(table("hmtx") + 4 * Math.min(glyph, wide - 1)) & 0xffff) * scale);
    }

    int ascent() throws IOException {
        return Math.round(font.getShort(table("hhea") + 4) * scale);
    }

    int descent() throws IOException {
        return Math.round(font.getShort(table("hhea") + 6) * scale);
    }

    /** Left, lower, right and upper border of all letters. */
    String box() throws IOException {
        var head = table("head");
        var box = new StringBuilder();
        for (var at = 36; at < 44; at += 2) {
            box.append(box.isEmpty() ? "" : " ").append(Math.round(font.getShort(head + at) * scale));
        }
        return box.toString();
    }
}
