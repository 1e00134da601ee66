package de.ratssaal.calendar;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Meetings of an organization that are alike but for their day.
 *
 * @param title of each; {@code #} stands for the number, such as in {@code #. Sitzung des Stadtrates}
 * @param firstNumber number of the first meeting
 * @param last no meeting is later
 * @param endsAt planned end; may be left open; before the start means after midnight
 * @param place room and address; empty for digital meetings only
 * @param publicAccess where the public follows hybrid or digital meetings
 */
public record MeetingSeries(
        OrganizationId organization,
        String title,
        int firstNumber,
        Recurrence recurrence,
        LocalDate first,
        LocalDate last,
        LocalTime startsAt,
        @Nullable LocalTime endsAt,
        MeetingMode mode,
        String place,
        String publicAccess) {

    private static final String NUMBER = "#";

    /** @throws Refusal if something is missing */
    public MeetingSeries {
        title = title.strip();
        if (title.isEmpty()) {
            throw new Refusal("calendar.series.title-missing");
        }
        if (firstNumber < 1) {
            throw new Refusal("calendar.series.number-missing");
        }
        if (last.isBefore(first)) {
            throw new Refusal("calendar.series.ends-before-start");
        }
        if (last.isAfter(first.plusYears(2))) {
            throw new Refusal("calendar.series.too-long");
        }
        if (mode != MeetingMode.DIGITAL && place.isBlank()) {
            throw new Refusal("calendar.series.place-missing");
        }
    }

    /** @param count how many meetings of the series come before it */
    MeetingPlan plan(LocalDate day, int count, ZoneId zone) {
        var start = day.atTime(startsAt).atZone(zone);
        var end = endsAt == null
                ? null
                : (endsAt.isAfter(startsAt) ? day : day.plusDays(1))
                        .atTime(endsAt)
                        .atZone(zone);
        return new MeetingPlan(
                title.replace(NUMBER, Integer.toString(firstNumber + count)),
                mode,
                start.toInstant(),
                end == null ? null : end.toInstant(),
                place,
                publicAccess);
    }
}
