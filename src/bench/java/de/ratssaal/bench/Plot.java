package de.ratssaal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lines over a scale, as a picture (SVG). */
final class Plot {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int TOP = 56;
    private static final int RIGHT = WIDTH - 24;
    private static final int BOTTOM = HEIGHT - 84;
    private static final int STEPS = 5;
    private static final List<String> COLORS = List.of("#0d3b48", "#b3541e", "#1a7f37", "#6b4fa0");
    private static final List<String> STROKES = List.of("none", "8 4", "2 4", "12 4 2 4");

    private Plot() {}

    /** A place on the scales. */
    record Point(double x, double y) {}

    /**
     * @param goal a value that is to be kept below
     * @param lines for each place on the lower scale the lines' points by name
     */
    static String of(String title, double goal, List<Map<String, Point>> lines) {
        var right = lines.stream()
                .flatMap(it -> it.values().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(1);
        var highest = lines.stream()
                .flatMap(it -> it.values().stream())
                .mapToDouble(Point::y)
                .max()
                .orElse(1);
        var top = Math.ceil(Math.max(goal, highest) * 1.1 / 250) * 250;
        var parts = new ArrayList<String>();
        parts.add(text(LEFT, 28, "start", 15, title));
        for (var step = 0; step <= STEPS; step++) {
            var y = y(top * step / STEPS, top);
            parts.add(across(y, "stroke=\"#d5dbe0\""));
            parts.add(text(LEFT - 8, y + 4, "end", 12, "%.0f".formatted(top * step / STEPS)));
        }
        lines.stream()
                .flatMap(it -> it.values().stream())
                .map(Point::x)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(it -> parts.add(text(x(it, right), BOTTOM + 18, "middle", 12, "%.0f".formatted(it))));
        parts.add(across(y(goal, top), "stroke=\"#a1262d\" stroke-width=\"1.5\""));
        parts.add(text(RIGHT, y(goal, top) - 6, "end", 12, "goal"));
        var names = lines.stream()
                .flatMap(it -> it.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var number = 0;
        for (var name : names) {
            var look = "stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\" fill=\"none\""
                    .formatted(COLORS.get(number % COLORS.size()), STROKES.get(number % STROKES.size()));
            var way = lines.stream()
                    .filter(it -> it.containsKey(name))
                    .map(it -> it.get(name))
                    .map(it -> String.format(Locale.ROOT, "%.1f %.1f", x(it.x(), right), y(it.y(), top)))
                    .collect(Collectors.joining(" L", "M", ""));
            parts.add("<path d=\"%s\" %s/>".formatted(way, look));
            var column = LEFT + number % 2 * (RIGHT - LEFT) / 2;
            var row = BOTTOM + 44 + number / 2 * 22;
            parts.add("<path d=\"M%d %d h32\" %s/>".formatted(column, row, look));
            parts.add(text(column + 40, row + 4, "start", 12, name));
            number++;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" font-family="sans-serif">
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                %3$s
                </svg>
                """.formatted(WIDTH, HEIGHT, String.join("\n", parts));
    }

    private static double x(double value, double right) {
        return LEFT + (RIGHT - LEFT) * value / right;
    }

    private static double y(double value, double top) {
        return BOTTOM - (BOTTOM - TOP) * value / top;
    }

    private static String across(double y, String look) {
        return String.format(Locale.ROOT, "<path d=\"M%d %.1f H%d\" %s/>", LEFT, y, RIGHT, look);
    }

    private static String text(double x, double y, String anchor, int size, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" fill=\"#1d2a33\">%s</text>",
                x,
                y,
                anchor,
                size,
                words);
    }
}
