package de.ratssaal.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Where a letter stands.
 *
 * @param box its ink, or where it would be, in coordinates of its own
 * @param toPage from these to the page's
 */
record GlyphBox(Rectangle2D box, AffineTransform toPage) {

    private static final double BELOW = -0.2;
    private static final double HEIGHT = 0.95;
    private static final double LEAST_WIDTH = 0.1;

    static GlyphBox of(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        var toPage = rendering.createAffineTransform();
        var ink = font instanceof PDType3Font type3 ? inkOf(type3, code) : inkOf(font, code);
        if (ink.getWidth() > 0 && ink.getHeight() > 0) {
            toPage.concatenate(font.getFontMatrix().createAffineTransform());
            return new GlyphBox(ink, toPage);
        }
        var width = Math.max(Math.abs(displacement.getX()), LEAST_WIDTH);
        return new GlyphBox(new Rectangle2D.Double(Math.min(0, displacement.getX()), BELOW, width, HEIGHT), toPage);
    }

    private static Rectangle2D inkOf(PDFont font, int code) throws IOException {
        return font instanceof PDVectorFont vector
                ? vector.getNormalizedPath(code).getBounds2D()
                : new Rectangle2D.Double();
    }

    private static Rectangle2D inkOf(PDType3Font font, int code) throws IOException {
        var drawing = font.getCharProc(code);
        var box = drawing == null ? null : drawing.getGlyphBBox();
        if (box == null) {
            box = font.getFontBBox();
        }
        return box == null
                ? new Rectangle2D.Double()
                : new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    }

    Rectangle2D onPage() {
        return toPage.createTransformedShape(box).getBounds2D();
    }
}
