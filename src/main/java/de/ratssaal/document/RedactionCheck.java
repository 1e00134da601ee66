package de.ratssaal.document;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads a redacted PDF again, as somebody would who wants to know what was there: letters and images where the bars are, and
 * the words that were taken out in everything else that the file holds.
 */
final class RedactionCheck {

    /** Shorter ones are part of many words. */
    private static final int SHORTEST = 4;
    /** A JPEG's shades swing near an edge. */
    private static final int BLURRED = 16;

    private static final int BLACK = 48;

    private final File file;
    private final PdfRedactor.Orders orders;
    private final List<String> words;

    RedactionCheck(File file, PdfRedactor.Orders orders, List<String> words) {
        this.file = file;
        this.orders = orders;
        this.words = words;
    }

    boolean nothingIsLeft() throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var text = new StringBuilder();
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                var page = document.getPage(number - 1);
                var areas = PageAreas.of(page, orders.on(number));
                var glyphs = PageGlyphs.of(page);
                text.append(glyphs.plainText()).append(' ');
                if (hasLetters(glyphs, areas) || hasPictures(glyphs, areas)) {
                    return false;
                }
            }
            return !hasWords(document, text.toString());
        }
    }

    /** Only the label may stand there, as often as it fits. */
    private boolean hasLetters(PageGlyphs glyphs, PageAreas areas) {
        var there = glyphs.glyphs().stream()
                .filter(it -> areas.cover(it.box().box(), it.box().toPage()))
                .map(it -> PageGlyphs.plain(it.text()))
                .collect(Collectors.joining());
        var label = PageGlyphs.plain(orders.label());
        return !(label.isEmpty() ? there : there.replace(label, "")).isEmpty();
    }

    private static boolean hasPictures(PageGlyphs glyphs, PageAreas areas) throws IOException {
        for (var picture : glyphs.pictures()) {
            var gone = areas.seenFrom(picture.toPage());
            if (gone.isPresent()
                    && gone.get().intersects(new Rectangle2D.Double(0, 0, 1, 1))
                    && showsAnything(picture.image().getImage(), gone.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean showsAnything(BufferedImage pixels, java.awt.geom.Area gone) {
        var width = pixels.getWidth();
        var height = pixels.getHeight();
        var bounds = gone.getBounds2D();
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var left = (x - BLURRED) / (double) width;
                var top = 1 - (y - BLURRED) / (double) height;
                var right = (x + 1 + BLURRED) / (double) width;
                var bottom = 1 - (y + 1 + BLURRED) / (double) height;
                if (bounds.contains((left + right) / 2, (top + bottom) / 2)
                        && gone.contains(new Rectangle2D.Double(left, bottom, right - left, top - bottom))
                        && isLight(pixels.getRGB(x, y))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLight(int rgb) {
        return (rgb >> 16 & 0xff) > BLACK
                || (rgb >> 8 & 0xff) > BLACK
                || (rgb & 0xff) > BLACK
                || rgb >>> 24 < 255 - BLACK;
    }

    /** Words that are still to be read elsewhere on the pages tell nothing. */
    private boolean hasWords(PDDocument document, String text) throws IOException {
        var telling = words.stream()
                .map(PageGlyphs::plain)
                .filter(it -> it.length() >= SHORTEST && !text.contains(it))
                .distinct()
                .toList();
        if (telling.isEmpty()) {
            return false;
        }
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var waiting = new ArrayDeque<COSBase>();
        waiting.add(document.getDocument().getTrailer());
        for (var key : document.getDocument().getXrefTable().keySet()) {
            waiting.add(document.getDocument().getObjectFromPool(key));
        }
        while (!waiting.isEmpty()) {
            var next = waiting.poll();
            if (!seen.add(next)) {
                continue;
            }
            switch (next) {
                case COSObject reference -> {
                    if (reference.getObject() != null) {
                        waiting.add(reference.getObject());
                    }
                }
                case COSDictionary dictionary -> {
                    waiting.addAll(dictionary.getValues());
                    if (dictionary instanceof COSStream stream && hasWord(stream, telling)) {
                        return true;
                    }
                    if (dictionary.keySet().stream().anyMatch(it -> tells(it.getName(), telling))) {
                        return true;
                    }
                }
                case COSArray array -> {
                    for (var i = 0; i < array.size(); i++) {
                        if (array.get(i) != null) {
                            waiting.add(array.get(i));
                        }
                    }
                }
                case COSString string -> {
                    if (tells(string.getString(), telling)) {
                        return true;
                    }
                }
                case COSName name -> {
                    if (tells(name.getName(), telling)) {
                        return true;
                    }
                }
                default -> {
                    // numbers and such
                }
            }
        }
        return false;
    }

    private static boolean hasWord(COSStream stream, List<String> telling) throws IOException {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)) || isProgram(stream)) {
            return false; // images are looked at above
        }
        byte[] bytes;
        try (var in = stream.createInputStream()) {
            bytes = in.readAllBytes();
        }
        return tells(new String(bytes, StandardCharsets.ISO_8859_1), telling)
                || tells(new String(bytes, StandardCharsets.UTF_8), telling)
                || tells(new String(bytes, StandardCharsets.UTF_16BE), telling);
    }

    /** The outlines of letters and profiles of colours: long, and without words. */
    private static boolean isProgram(COSStream stream) {
        return stream.containsKey(COSName.LENGTH1)
                || stream.containsKey(COSName.N)
                || List.of("Type1C", "CIDFontType0C", "OpenType").contains(stream.getNameAsString(COSName.SUBTYPE, ""));
    }

    private static boolean tells(String text, List<String> telling) {
        var plain = PageGlyphs.plain(text);
        return telling.stream().anyMatch(plain::contains);
    }
}
