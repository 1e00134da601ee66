package de.ratssaal.packet.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A typeface as its letters' numbers and widths: all that is needed to write lines of text into a page. */
final class Lettering {

    /** Where both typefaces lie; minutes are set in them too (ADR 0050). */
    private static final String FILE = "/de/ratssaal/document/pdf/AtkinsonHyperlegibleNext-%s.ttf";

    private static final float THOUSAND = 1000f;
    private static final int MISSING = '?';
    private static final int CAP_HEIGHT = 668;
    private static final int MOST_IN_BLOCK = 100;

    private final String name;
    private final FontFile font;

    private Lettering(String name, FontFile font) {
        this.name = name;
        this.font = font;
    }

    static Lettering regular() throws IOException {
        return load("Regular");
    }

    static Lettering bold() throws IOException {
        return load("Bold");
    }

    private static Lettering load(String name) throws IOException {
        return new Lettering(name, new FontFile(bytes(name)));
    }

    private static byte[] bytes(String name) throws IOException {
        try (var file = Lettering.class.getResourceAsStream(FILE.formatted(name))) {
            if (file == null) {
                throw new IOException("font not found: " + name);
            }
            return file.readAllBytes();
        }
    }

    /** Writes the whole font: names of readers come in later, with letters that nobody knows yet. */
    void embed(PdfFile file, int number) throws IOException {
        var descendant = file.reserve();
        var descriptor = file.reserve();
        var program = file.reserve();
        var unicode = file.reserve();
        var base = "AtkinsonHyperlegibleNext-" + name;
        file.object(
                number,
                "<</Type/Font/Subtype/Type0/BaseFont/" + base + "/Encoding/Identity-H/DescendantFonts[" + descendant
                        + " 0 R]/ToUnicode " + unicode + " 0 R>>");
        file.object(
                descendant,
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + base
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity"
                        + "/FontDescriptor " + descriptor + " 0 R/W[0[" + widths() + "]]>>");
        file.object(
                descriptor,
                "<</Type/FontDescriptor/FontName/" + base + "/Flags 32/ItalicAngle 0/StemV 80/FontBBox[" + font.box()
                        + "]/Ascent " + font.ascent() + "/Descent " + font.descent() + "/CapHeight " + CAP_HEIGHT
                        + "/FontFile2 " + program + " 0 R>>");
        var bytes = bytes(name);
        file.streamObject(program, "/Filter/FlateDecode/Length1 " + bytes.length, Packed.of(bytes));
        file.streamObject(unicode, "/Filter/FlateDecode", Packed.of(toUnicode().getBytes(StandardCharsets.US_ASCII)));
    }

    private String widths() throws IOException {
        var widths = new StringBuilder();
        for (var glyph = 0; glyph < font.countGlyphs(); glyph++) {
            widths.append(font.width(glyph)).append(' ');
        }
        return widths.toString().stripTrailing();
    }

    /** Which letter each glyph is, so that text can be searched and copied. */
    private String toUnicode() {
        var letters = new TreeMap<Integer, Integer>();
        font.glyphs().forEach((letter, glyph) -> letters.putIfAbsent(glyph, letter));
        var entries = new ArrayList<String>();
        letters.forEach((glyph, letter) -> entries.add("<" + hex(glyph) + "> <" + hex(letter) + ">"));
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <ffff>
                endcodespacerange
                """);
        for (var from = 0; from < entries.size(); from += MOST_IN_BLOCK) {
            var block = entries.subList(from, Math.min(entries.size(), from + MOST_IN_BLOCK));
            map.append(block.size()).append(" beginbfchar\n");
            block.forEach(it -> map.append(it).append('\n'));
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static String hex(int number) {
        return Integer.toHexString(0x10000 | number).substring(1);
    }

    /** Width in points. */
    float width(String text, float size) {
        return (float) text.codePoints().mapToDouble(this::width).sum() * size / THOUSAND;
    }

    private double width(int letter) {
        try {
            return font.width(glyph(letter));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The text as operand of the operator that shows it. */
    String shown(String text) {
        var numbers = new StringBuilder(text.length() * 4 + 2).append('<');
        text.codePoints().forEach(it -> numbers.append(hex(glyph(it))));
        return numbers.append('>').toString();
    }

    private int glyph(int letter) {
        var glyph = font.glyph(Character.isWhitespace(letter) || Character.isSpaceChar(letter) ? ' ' : letter);
        return glyph == 0 ? font.glyph(MISSING) : glyph;
    }

    /** The text in letters that the typeface has: those it lacks without their marks. */
    String settable(String text) {
        var known = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isISOControl(letter) && !Character.isWhitespace(letter)
                    || Character.getType(letter) == Character.FORMAT) {
                return;
            }
            if (Character.isWhitespace(letter) || font.glyph(letter) != 0) {
                known.appendCodePoint(letter);
            } else {
                known.append(Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", ""));
            }
        });
        return known.toString();
    }

    /** As much of a text as fits. */
    String shortened(String text, float size, float width) {
        if (width(text, size) <= width) {
            return text;
        }
        var length = text.length();
        while (length > 0 && width(text.substring(0, length) + "…", size) > width) {
            length = text.offsetByCodePoints(length, -1);
        }
        return text.substring(0, length).stripTrailing() + "…";
    }

    /** Breaks a text into lines of at most a width; line breaks in the text stay. A word that is too long is cut. */
    List<String> lines(String text, float size, float width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\\R")) {
            var line = new StringBuilder();
            for (var word : settable(paragraph).strip().split("\\s+")) {
                var rest = word;
                if (!line.isEmpty() && width(line + " " + rest, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                while (width(rest, size) > width && rest.length() > 1) {
                    var fits = fitting(rest, size, width);
                    lines.add(rest.substring(0, fits));
                    rest = rest.substring(fits);
                }
                line.append(line.isEmpty() ? "" : " ").append(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private int fitting(String word, float size, float width) {
        var length = word.length() - 1;
        while (length > 1 && width(word.substring(0, length), size) > width) {
            length--;
        }
        return Character.isHighSurrogate(word.charAt(length - 1)) && length > 1 ? length - 1 : length;
    }
}
