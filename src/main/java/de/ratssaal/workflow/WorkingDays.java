package de.ratssaal.workflow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * Days on which the offices of a body work: Monday to Friday, but for the holidays of its Land and its own.
 *
 * @param isHoliday whether a day is a holiday where the body lies
 */
record WorkingDays(Predicate<LocalDate> isHoliday) {

    boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isHoliday.test(day);
    }

    /** The last of so many working days after a day, which itself does not count. */
    LocalDate after(LocalDate day, int count) {
        return walked(day, count, 1);
    }

    /** The first of so many working days before a day, which itself does not count. */
    LocalDate before(LocalDate day, int count) {
        return walked(day, count, -1);
    }

    private LocalDate walked(LocalDate day, int count, int direction) {
        var last = day;
        for (var left = count; left > 0; ) {
            last = last.plusDays(direction);
            if (isOne(last)) {
                left--;
            }
        }
        return last;
    }

    /** How many working days lie after one day up to another, which counts; 0 if that is not later. */
    int between(LocalDate day, LocalDate until) {
        return until.isAfter(day)
                ? (int) day.plusDays(1)
                        .datesUntil(until.plusDays(1))
                        .filter(this::isOne)
                        .count()
                : 0;
    }
}
