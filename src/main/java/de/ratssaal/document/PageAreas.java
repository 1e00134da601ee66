package de.ratssaal.document;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** The rectangles of one page whose content goes, in the page's own coordinates. */
record PageAreas(List<Rectangle2D> rectangles) {

    /** So much of a letter, on each side of it, may be covered without it being meant: lines of text stand close. */
    private static final double MARGIN = 0.1;

    PageAreas {
        rectangles = List.copyOf(rectangles);
    }

    static PageAreas of(PDPage page, List<RedactionArea> areas) {
        var toPage = fromShown(page);
        return new PageAreas(areas.stream()
                .map(it -> toPage.createTransformedShape(new Rectangle2D.Float(it.x(), it.y(), it.width(), it.height()))
                        .getBounds2D())
                .toList());
    }

    /** From the page as it is shown, its upper left corner the origin, to the page's own coordinates. */
    static AffineTransform fromShown(PDPage page) {
        try {
            return toShown(page).createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("turning and moving can be undone", e);
        }
    }

    static AffineTransform toShown(PDPage page) {
        var box = page.getCropBox();
        var turn = switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 180 -> new AffineTransform(-1, 0, 0, 1, box.getWidth(), 0);
            case 270 -> new AffineTransform(0, -1, -1, 0, box.getHeight(), box.getWidth());
            default -> new AffineTransform(1, 0, 0, -1, 0, box.getHeight());
        };
        turn.translate(-box.getLowerLeftX(), -box.getLowerLeftY());
        return turn;
    }

    boolean isEmpty() {
        return rectangles.isEmpty();
    }

    boolean touch(Shape shape) {
        var bounds = shape.getBounds2D();
        return rectangles.stream()
                .anyMatch(it -> it.getMaxX() > bounds.getMinX()
                        && it.getMinX() < bounds.getMaxX()
                        && it.getMaxY() > bounds.getMinY()
                        && it.getMinY() < bounds.getMaxY());
    }

    /** Whether more of a letter is covered than its margin. */
    boolean cover(Rectangle2D letter, AffineTransform toPage) {
        var x = letter.getWidth() * MARGIN;
        var y = letter.getHeight() * MARGIN;
        var core = toPage.createTransformedShape(new Rectangle2D.Double(
                letter.getX() + x,
                letter.getY() + y,
                Math.max(letter.getWidth() - 2 * x, 1e-4),
                Math.max(letter.getHeight() - 2 * y, 1e-4)));
        return touch(core) && rectangles.stream().anyMatch(core::intersects);
    }

    /** All of them in the coordinates of something that is drawn with this transformation; none if it cannot be seen. */
    Optional<Area> seenFrom(AffineTransform toPage) {
        try {
            var back = toPage.createInverse();
            var all = new Area();
            rectangles.forEach(it -> all.add(new Area(back.createTransformedShape(it))));
            return Optional.of(all);
        } catch (NoninvertibleTransformException e) {
            return Optional.empty(); // flat: nothing of it is on the page
        }
    }

    /** A rectangle that stands straight tells nothing but its own bounds. */
    static boolean isRectangle(Path2D path) {
        var points = new double[6];
        var count = 0;
        @Nullable Double firstX = null;
        @Nullable Double firstY = null;
        var lastX = 0.0;
        var lastY = 0.0;
        for (var segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
            switch (segments.currentSegment(points)) {
                case java.awt.geom.PathIterator.SEG_MOVETO -> {
                    if (firstX != null) {
                        return false;
                    }
                    firstX = points[0];
                    firstY = points[1];
                }
                case java.awt.geom.PathIterator.SEG_LINETO -> {
                    if (points[0] != lastX && points[1] != lastY) {
                        return false;
                    }
                    count++;
                }
                case java.awt.geom.PathIterator.SEG_CLOSE -> {
                    continue;
                }
                default -> {
                    return false;
                }
            }
            lastX = points[0];
            lastY = points[1];
        }
        return firstX != null && firstY != null && count <= 4;
    }
}
