package de.ratssaal.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A span of months. Whoever searches asks from the latest months back until enough is found: of a frequent word little is read,
 * and a rare one takes two questions.
 */
public record MonthsBack(int first, int last, int latest) {

    private static final int FIRST_ASKED = 2;
    private static final int MOST_LABELS = 64;
    private static final double RATHER_MORE = 1.25;

    /**
     * Reads backwards between two moments. How many months are asked for follows from how much those before have brought.
     *
     * @param most how much is enough
     * @param reading reads a span and answers how much is new in it
     */
    public static void read(Instant earliest, Instant latest, int most, ToIntFunction<MonthsBack> reading) {
        var last = month(latest);
        var end = month(earliest);
        var months = FIRST_ASKED;
        var found = 0;
        while (last >= end && found < most) {
            var first = months > MOST_LABELS ? end : Math.max(end, last - months + 1);
            var brought = reading.applyAsInt(new MonthsBack(first, last, month(latest)));
            found += brought;
            months = brought == 0
                    ? Integer.MAX_VALUE
                    : (int) Math.ceil(RATHER_MORE * months * Math.max(0, most - found) / brought);
            last = first - 1;
        }
    }

    /** Number of the month since the beginning of our calendar, in which something lies. */
    public static int month(Instant at) {
        var day = at.atOffset(ZoneOffset.UTC);
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    /** What stands beside the words of something, for {@link German#vector}. */
    public static String label(Instant at) {
        return Labels.month(month(at));
    }

    /** A part of a {@code tsquery} for what lies within. */
    public String query() {
        return last - first < MOST_LABELS
                ? IntStream.rangeClosed(first, last)
                        .mapToObj(it -> Labels.query(Labels.month(it)))
                        .collect(Collectors.joining(" | ", "(", ")"))
                : "!(%s)"
                        .formatted(IntStream.rangeClosed(last + 1, latest)
                                .mapToObj(it -> Labels.query(Labels.month(it)))
                                .collect(Collectors.joining(" | ")));
    }
}
