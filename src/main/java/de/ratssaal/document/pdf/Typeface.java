package de.ratssaal.document.pdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font that is embedded in a document, and what is needed to set lines in it. */
public final class Typeface {

    private static final float THOUSAND = 1000f;
    private static final String MISSING = "?";

    private final PDType0Font font;
    private final Map<Integer, String> settable = new HashMap<>();

    private Typeface(PDType0Font font) {
        this.font = font;
    }

    /** Atkinson Hyperlegible Next, under the SIL Open Font License. */
    public static Typeface load(PDDocument document, String name) throws IOException {
        try (var file = Typeface.class.getResourceAsStream("AtkinsonHyperlegibleNext-" + name + ".ttf")) {
            if (file == null) {
                throw new IOException("font not found: " + name);
            }
            return new Typeface(PDType0Font.load(document, file, true));
        }
    }

    public PDType0Font font() {
        return font;
    }

    /** Width in points. */
    public float width(String settableText, float size) throws IOException {
        return font.getStringWidth(settableText) / THOUSAND * size;
    }

    /** The text in letters the font has: those it lacks without their marks, and what it does not know as a question mark. */
    public String settable(String text) {
        var known = new StringBuilder(text.length());
        text.codePoints().forEach(it -> known.append(settable.computeIfAbsent(it, this::substitute)));
        return known.toString();
    }

    private String substitute(int letter) {
        if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
            return " ";
        }
        if (Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT) {
            return "";
        }
        var text = Character.toString(letter);
        if (isKnown(text)) {
            return text;
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return !plain.isEmpty() && isKnown(plain) ? plain : MISSING;
    }

    private boolean isKnown(String text) {
        try {
            font.encode(text);
            return true;
        } catch (IllegalArgumentException | IOException e) {
            return false; // the font says so in no other way
        }
    }

    /** Breaks a text into lines of at most a width; line breaks in the text stay. A word that is too long is cut. */
    public List<String> lines(String text, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\\R")) {
            var line = new StringBuilder();
            for (var word : settable(paragraph).strip().split(" +")) {
                var rest = word;
                var joined = line.isEmpty() ? rest : line + " " + rest;
                if (width(joined, size) <= width) {
                    line.setLength(0);
                    line.append(joined);
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                while (width(rest, size) > width && rest.length() > 1) {
                    var fits = fitting(rest, size, width);
                    lines.add(rest.substring(0, fits));
                    rest = rest.substring(fits);
                }
                line.append(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private int fitting(String word, float size, float width) throws IOException {
        var length = word.length() - 1;
        while (length > 1 && width(word.substring(0, length), size) > width) {
            length--;
        }
        return Character.isHighSurrogate(word.charAt(length - 1)) && length > 1 ? length - 1 : length;
    }
}
