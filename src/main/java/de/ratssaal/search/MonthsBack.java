package de.ratssaal.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Spans of months from the latest back, each twice as long as the one before. Whoever searches asks for one after the other
 * until enough is found: of a frequent word little is read, and of a rare one nothing much.
 */
public record MonthsBack(int first, int last, int latest) {

    private static final int LONGEST_FIRST = 2;
    private static final int MOST_LABELS = 64;

    /** All spans of what lies between two moments. */
    public static List<MonthsBack> between(Instant earliest, Instant latest) {
        var spans = new ArrayList<MonthsBack>();
        var last = month(latest);
        var end = month(earliest);
        for (var months = LONGEST_FIRST; last >= end; months *= 2) {
            var first = months > MOST_LABELS ? end : Math.max(end, last - months + 1);
            spans.add(new MonthsBack(first, last, month(latest)));
            last = first - 1;
        }
        return spans;
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
