package de.ratssaal.calendar;

import static de.ratssaal.organization.Land.BB;
import static de.ratssaal.organization.Land.BE;
import static de.ratssaal.organization.Land.BW;
import static de.ratssaal.organization.Land.BY;
import static de.ratssaal.organization.Land.HB;
import static de.ratssaal.organization.Land.HE;
import static de.ratssaal.organization.Land.HH;
import static de.ratssaal.organization.Land.MV;
import static de.ratssaal.organization.Land.NI;
import static de.ratssaal.organization.Land.NW;
import static de.ratssaal.organization.Land.RP;
import static de.ratssaal.organization.Land.SH;
import static de.ratssaal.organization.Land.SL;
import static de.ratssaal.organization.Land.SN;
import static de.ratssaal.organization.Land.ST;
import static de.ratssaal.organization.Land.TH;

import de.ratssaal.organization.Land;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The public holidays of the Länder, each from the law on holidays of its Land as it stands in 2026. Holidays of single
 * municipalities (Corpus Christi in parts of Thüringen and Sachsen, Assumption in parts of Bayern) are for the body to add.
 */
public enum PublicHoliday {
    NEW_YEAR(on(1, 1)),
    EPIPHANY(on(1, 6), BW, BY, ST),
    WOMENS_DAY(on(3, 8), BE, MV),
    GOOD_FRIDAY(afterEaster(-2)),
    EASTER_SUNDAY(afterEaster(0), BB),
    EASTER_MONDAY(afterEaster(1)),
    LABOUR_DAY(on(5, 1)),
    ASCENSION(afterEaster(39)),
    WHIT_SUNDAY(afterEaster(49), BB),
    WHIT_MONDAY(afterEaster(50)),
    CORPUS_CHRISTI(afterEaster(60), BW, BY, HE, NW, RP, SL),
    ASSUMPTION(on(8, 15), SL),
    CHILDRENS_DAY(on(9, 20), TH),
    GERMAN_UNITY(on(10, 3)),
    REFORMATION(on(10, 31), BB, HB, HH, MV, NI, SN, ST, SH, TH),
    ALL_SAINTS(on(11, 1), BW, BY, NW, RP, SL),
    /** The Wednesday before the 23rd of November. */
    REPENTANCE(year -> LocalDate.of(year, 11, 23).with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY)), SN),
    CHRISTMAS(on(12, 25)),
    BOXING_DAY(on(12, 26));

    private final IntFunction<LocalDate> day;
    private final Set<Land> where;

    /** @param where none means everywhere */
    PublicHoliday(IntFunction<LocalDate> day, Land... where) {
        this.day = day;
        this.where = where.length == 0 ? EnumSet.allOf(Land.class) : EnumSet.copyOf(Arrays.asList(where));
    }

    /** The day of the holiday in a year, whether or not a Land keeps it. */
    public LocalDate in(int year) {
        return day.apply(year);
    }

    /** The holidays of a Land in a year, by day. */
    public static SortedMap<LocalDate, PublicHoliday> of(Land land, int year) {
        var days = new TreeMap<LocalDate, PublicHoliday>();
        for (var holiday : values()) {
            if (holiday.where.contains(land)) {
                days.putIfAbsent(holiday.in(year), holiday); // Ascension and Labour Day can be one day
            }
        }
        return days;
    }

    /**
     * Easter Sunday by the Gregorian computus, as the anonymous algorithm of 1876 has it (Nature, vol. 13).
     *
     * @param year from 1583 on
     */
    static LocalDate easter(int year) {
        var golden = year % 19;
        var century = year / 100;
        var rest = year % 100;
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        var correction = (golden + 11 * epact + 22 * weekday) / 451;
        var position = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, position / 31, position % 31 + 1);
    }

    private static IntFunction<LocalDate> on(int month, int day) {
        return year -> MonthDay.of(month, day).atYear(year);
    }

    private static IntFunction<LocalDate> afterEaster(int days) {
        return year -> easter(year).plusDays(days);
    }
}
