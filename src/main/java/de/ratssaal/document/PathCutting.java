package de.ratssaal.document;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Takes what lies within rectangles out of shapes and out of lines. */
final class PathCutting {

    private static final double FLATNESS = 0.05;
    private static final int MAX_SEGMENTS = 20_000;

    private PathCutting() {}

    /** A shape of so many pieces would take too long to cut. */
    static boolean isTooMuch(Shape path) {
        var count = 0;
        for (var segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
            count++;
        }
        return count > MAX_SEGMENTS;
    }

    static Path2D without(Path2D path, Area gone) {
        var rest = new Area(path);
        rest.subtract(gone);
        return new Path2D.Double(rest);
    }

    /** What is left of the lines; curves become short lines. */
    static Path2D linesWithout(
            Path2D path, List<Rectangle2D> gone, java.awt.geom.AffineTransform toPage, double width) {
        var left = new Path2D.Double();
        var points = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (var segments = path.getPathIterator(toPage, FLATNESS); !segments.isDone(); segments.next()) {
            switch (segments.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> {
                    startX = points[0];
                    startY = points[1];
                    x = startX;
                    y = startY;
                }
                case PathIterator.SEG_CLOSE -> {
                    addOutside(left, new Line2D.Double(x, y, startX, startY), gone, width / 2);
                    x = startX;
                    y = startY;
                }
                default -> {
                    addOutside(left, new Line2D.Double(x, y, points[0], points[1]), gone, width / 2);
                    x = points[0];
                    y = points[1];
                }
            }
        }
        return left;
    }

    private static void addOutside(Path2D left, Line2D line, List<Rectangle2D> gone, double margin) {
        var pieces = List.of(line);
        for (var rectangle : gone) {
            var wide = new Rectangle2D.Double(
                    rectangle.getX() - margin,
                    rectangle.getY() - margin,
                    rectangle.getWidth() + 2 * margin,
                    rectangle.getHeight() + 2 * margin);
            pieces = pieces.stream().flatMap(it -> outside(it, wide).stream()).toList();
        }
        for (var piece : pieces) {
            var end = left.getCurrentPoint();
            if (end == null || end.distance(piece.getP1()) > 1e-6) {
                left.moveTo(piece.getX1(), piece.getY1());
            }
            left.lineTo(piece.getX2(), piece.getY2());
        }
    }

    /** Liang and Barsky: where the line enters and leaves the rectangle. */
    private static List<Line2D> outside(Line2D line, Rectangle2D rectangle) {
        var dx = line.getX2() - line.getX1();
        var dy = line.getY2() - line.getY1();
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {
            line.getX1() - rectangle.getMinX(),
            rectangle.getMaxX() - line.getX1(),
            line.getY1() - rectangle.getMinY(),
            rectangle.getMaxY() - line.getY1()
        };
        var enters = 0.0;
        var leaves = 1.0;
        for (var i = 0; i < p.length; i++) {
            if (p[i] == 0) {
                if (q[i] < 0) {
                    return List.of(line);
                }
            } else if (p[i] < 0) {
                enters = Math.max(enters, q[i] / p[i]);
            } else {
                leaves = Math.min(leaves, q[i] / p[i]);
            }
        }
        if (enters > leaves) {
            return List.of(line);
        }
        var before =
                new Line2D.Double(line.getX1(), line.getY1(), line.getX1() + enters * dx, line.getY1() + enters * dy);
        var after =
                new Line2D.Double(line.getX1() + leaves * dx, line.getY1() + leaves * dy, line.getX2(), line.getY2());
        return java.util.stream.Stream.of(before, after)
                .filter(it -> it.getP1().distance(it.getP2()) > 1e-6)
                .<Line2D>map(it -> it)
                .toList();
    }
}
