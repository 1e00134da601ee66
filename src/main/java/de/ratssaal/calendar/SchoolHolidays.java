package de.ratssaal.calendar;

import de.ratssaal.organization.Land;
import java.time.LocalDate;
import java.util.List;

/**
 * School holidays that come along. No law tells them ahead: the Länder set them year by year (Ferienregelung of the
 * Kultusministerkonferenz), so they are offered, and can be replaced by a ministry's own file.
 */
final class SchoolHolidays {

    private static final List<FreePeriod> THUERINGEN = List.of(
            period("Herbstferien", "2026-10-12", "2026-10-24"),
            period("Weihnachtsferien", "2026-12-23", "2027-01-02"),
            period("Winterferien", "2027-02-01", "2027-02-06"),
            period("Osterferien", "2027-03-22", "2027-04-03"),
            period("Unterrichtsfreier Tag", "2027-05-07", "2027-05-07"),
            period("Sommerferien", "2027-07-10", "2027-08-20"),
            period("Herbstferien", "2027-10-09", "2027-10-23"),
            period("Weihnachtsferien", "2027-12-23", "2027-12-31"),
            period("Winterferien", "2028-02-07", "2028-02-12"),
            period("Osterferien", "2028-04-03", "2028-04-15"),
            period("Unterrichtsfreier Tag", "2028-05-26", "2028-05-26"),
            period("Sommerferien", "2028-07-22", "2028-09-01"));

    private SchoolHolidays() {}

    /** Nothing for a Land whose dates are not known here. */
    static List<FreePeriod> of(Land land) {
        return land == Land.TH
                ? THUERINGEN.stream().map(SchoolHolidays::renewed).toList()
                : List.of();
    }

    private static FreePeriod renewed(FreePeriod it) {
        return new FreePeriod(FreePeriodId.next(), it.kind(), it.name(), it.first(), it.last());
    }

    private static FreePeriod period(String name, String first, String last) {
        return new FreePeriod(
                FreePeriodId.next(), FreeKind.SCHOOL_HOLIDAYS, name, LocalDate.parse(first), LocalDate.parse(last));
    }
}
