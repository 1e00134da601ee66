package de.ratssaal.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The letters and images of a page, each with its place. */
final class PageGlyphs extends PDFGraphicsStreamEngine {

    private static final double BELOW = -0.2;
    private static final double HEIGHT = 1.1;

    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();

    /** @param line where the letter stands in its line, on the page */
    record Glyph(String text, GlyphBox box, Rectangle2D line) {}

    /** @param toPage from the unit square */
    record Picture(PDImage image, AffineTransform toPage) {}

    private PageGlyphs(PDPage page) {
        super(page);
    }

    static PageGlyphs of(PDPage page) throws IOException {
        var glyphs = new PageGlyphs(page);
        glyphs.processPage(page);
        return glyphs;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** Letters as words are compared: no case, no accents composed differently, no spaces and hyphens. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}\\p{Cc}]", "");
    }

    String plainText() {
        var text = new StringBuilder();
        glyphs.forEach(it -> text.append(plain(it.text())));
        return text.toString();
    }

    /** Where a word stands, however often, in the order of the file and in that of the lines; boxes as the page is shown. */
    List<Rectangle2D> find(String word, AffineTransform toShown) {
        var found = new ArrayList<Rectangle2D>();
        var wanted = plain(word);
        if (!wanted.isEmpty()) {
            find(glyphs, wanted, toShown, found);
            find(inLines(toShown), wanted, toShown, found);
        }
        return found;
    }

    private List<Glyph> inLines(AffineTransform toShown) {
        var sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(it -> shown(it, toShown).getMaxY()));
        var lines = new ArrayList<Glyph>();
        var line = new ArrayList<Glyph>();
        for (var glyph : sorted) {
            if (!line.isEmpty()) {
                var first = shown(line.getFirst(), toShown);
                if (shown(glyph, toShown).getMaxY() - first.getMaxY() > first.getHeight() / 2) {
                    endLine(line, lines, toShown);
                }
            }
            line.add(glyph);
        }
        endLine(line, lines, toShown);
        return lines;
    }

    private static void endLine(List<Glyph> line, List<Glyph> lines, AffineTransform toShown) {
        line.sort(Comparator.comparingDouble(it -> shown(it, toShown).getX()));
        lines.addAll(line);
        line.clear();
    }

    private static Rectangle2D shown(Glyph glyph, AffineTransform toShown) {
        return toShown.createTransformedShape(glyph.line()).getBounds2D();
    }

    private static void find(List<Glyph> order, String wanted, AffineTransform toShown, List<Rectangle2D> found) {
        var text = new StringBuilder();
        var owners = new ArrayList<Integer>();
        for (var i = 0; i < order.size(); i++) {
            var letters = plain(order.get(i).text());
            text.append(letters);
            for (var n = 0; n < letters.length(); n++) {
                owners.add(i);
            }
        }
        for (var at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            addBoxes(order.subList(owners.get(at), owners.get(at + wanted.length() - 1) + 1), toShown, found);
        }
    }

    /** One box for each line on which the word stands. */
    private static void addBoxes(List<Glyph> word, AffineTransform toShown, List<Rectangle2D> found) {
        Rectangle2D box = null;
        for (var glyph : word) {
            var letter = shown(glyph, toShown);
            if (box != null && isOnLineOf(box, letter)) {
                box = box.createUnion(letter);
            } else {
                addNew(box, found);
                box = letter;
            }
        }
        addNew(box, found);
    }

    private static boolean isOnLineOf(Rectangle2D box, Rectangle2D letter) {
        var height = Math.max(box.getHeight(), letter.getHeight());
        return Math.abs(box.getCenterY() - letter.getCenterY()) < height / 2
                        && Math.max(box.getX(), letter.getX()) - Math.min(box.getMaxX(), letter.getMaxX()) < 2 * height
                || Math.abs(box.getCenterX() - letter.getCenterX()) < height / 2;
    }

    private static void addNew(@org.jspecify.annotations.Nullable Rectangle2D box, List<Rectangle2D> found) {
        if (box != null && !box.isEmpty() && found.stream().noneMatch(it -> it.contains(box))) {
            found.add(box);
        }
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        var unicode = font.toUnicode(code);
        var width = Math.max(Math.abs(displacement.getX()), 0.1);
        glyphs.add(new Glyph(
                unicode == null ? "\ufffd" : unicode,
                GlyphBox.of(rendering, font, code, displacement),
                rendering
                        .createAffineTransform()
                        .createTransformedShape(new Rectangle2D.Double(0, BELOW, width, HEIGHT))
                        .getBounds2D()));
    }

    @Override
    public void drawImage(PDImage image) {
        pictures.add(new Picture(
                image, getGraphicsState().getCurrentTransformationMatrix().createAffineTransform()));
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        // lines and shapes are not looked at
    }

    @Override
    public void clip(int windingRule) {
        // as above
    }

    @Override
    public void moveTo(float x, float y) {
        // as above
    }

    @Override
    public void lineTo(float x, float y) {
        // as above
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        // as above
    }

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float();
    }

    @Override
    public void closePath() {
        // as above
    }

    @Override
    public void endPath() {
        // as above
    }

    @Override
    public void strokePath() {
        // as above
    }

    @Override
    public void fillPath(int windingRule) {
        // as above
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        // as above
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // as above
    }
}
