package de.ratssaal.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** On which days a series of meetings falls. */
public sealed interface Recurrence {

    /** More days than this are no plan for a year. */
    int MOST_DAYS = 200;

    /**
     * The days in a span, first and last included.
     *
     * @throws IllegalArgumentException if the span ends before it begins or is longer than ten years
     */
    List<LocalDate> days(LocalDate first, LocalDate last);

    /**
     * Every week, or every few weeks, counted from the first such day of the span.
     *
     * @param weeks from one meeting to the next, 1 to 52
     */
    record Weekly(int weeks, DayOfWeek weekday) implements Recurrence {

        public Weekly {
            if (weeks < 1 || weeks > 52) {
                throw new IllegalArgumentException("every %d weeks".formatted(weeks));
            }
        }

        @Override
        public List<LocalDate> days(LocalDate first, LocalDate last) {
            requireSpan(first, last);
            return Stream.iterate(
                            first.with(TemporalAdjusters.nextOrSame(weekday)),
                            it -> !it.isAfter(last),
                            it -> it.plusWeeks(weeks))
                    .limit(MOST_DAYS)
                    .toList();
        }
    }

    /**
     * A certain weekday of a month, every month or every few months, counted from the month in which the span begins.
     *
     * @param months from one meeting to the next, 1 to 12
     */
    record Monthly(int months, Week week, DayOfWeek weekday) implements Recurrence {

        public Monthly {
            if (months < 1 || months > 12) {
                throw new IllegalArgumentException("every %d months".formatted(months));
            }
        }

        @Override
        public List<LocalDate> days(LocalDate first, LocalDate last) {
            requireSpan(first, last);
            return Stream.iterate(
                            YearMonth.from(first), it -> !it.isAfter(YearMonth.from(last)), it -> it.plusMonths(months))
                    .map(it -> it.atDay(1).with(week.adjuster(weekday)))
                    .filter(it -> !it.isBefore(first) && !it.isAfter(last))
                    .limit(MOST_DAYS)
                    .toList();
        }
    }

    /** Which one of the month's days. */
    enum Week {
        FIRST,
        SECOND,
        THIRD,
        FOURTH,
        LAST;

        private TemporalAdjuster adjuster(DayOfWeek weekday) {
            return this == LAST
                    ? TemporalAdjusters.lastInMonth(weekday)
                    : TemporalAdjusters.dayOfWeekInMonth(ordinal() + 1, weekday);
        }
    }

    private static void requireSpan(LocalDate first, LocalDate last) {
        if (last.isBefore(first) || last.isAfter(first.plusYears(10))) {
            throw new IllegalArgumentException("from %s to %s".formatted(first, last));
        }
    }
}
