package de.ratssaal.workflow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/** Days on which offices work: Monday to Friday, but for the public holidays of all Länder. */
final class WorkingDays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.OCTOBER, 3),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26));

    /** Good Friday, Easter Monday, Ascension and Whit Monday, in days from Easter Sunday. */
    private static final Set<Long> FROM_EASTER = Set.of(-2L, 1L, 39L, 50L);

    private WorkingDays() {}

    static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !FROM_EASTER.contains(
                        day.toEpochDay() - easter(day.getYear()).toEpochDay());
    }

    /** The last of so many working days after a day, which itself does not count. */
    static LocalDate after(LocalDate day, int count) {
        var last = day;
        for (var left = count; left > 0; ) {
            last = last.plusDays(1);
            if (isOne(last)) {
                left--;
            }
        }
        return last;
    }

    /** Easter Sunday by the rule of Gauss for the Gregorian calendar, as Lichtenberg wrote it. */
    private static LocalDate easter(int year) {
        var century = year / 100;
        var moonShift = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
        var sunShift = 2 - (3 * century + 3) / 4;
        var moon = year % 19;
        var seed = (19 * moon + moonShift) % 30;
        var correction = (seed + moon / 11) / 29;
        var fullMoon = 21 + seed - correction;
        var firstSunday = 7 - (year + year / 4 + sunShift) % 7;
        var distance = 7 - (fullMoon - firstSunday) % 7;
        return LocalDate.of(year, Month.MARCH, 1).plusDays(fullMoon + distance - 1L);
    }
}
