package de.ratssaal.calendar;

import de.ratssaal.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;

/** Reads free days from an iCalendar file (RFC 5545). */
final class HolidayFile {

    private static final int MOST_PERIODS = 1_000;
    private static final String UNNAMED = "Ferien";

    private HolidayFile() {}

    static List<FreePeriod> read(FreeKind kind, InputStream file) {
        var found = new ArrayList<FreePeriod>();
        try {
            var calendar = new CalendarBuilder().build(file);
            for (VEvent event : calendar.<VEvent>getComponents(Component.VEVENT)) {
                period(kind, event).ifPresent(found::add);
                if (found.size() > MOST_PERIODS) {
                    throw new Refusal("calendar.free.file-too-long", MOST_PERIODS);
                }
            }
        } catch (ParserException | IOException | IllegalArgumentException e) {
            throw new Refusal("calendar.free.file-unreadable");
        }
        if (found.isEmpty()) {
            throw new Refusal("calendar.free.file-empty");
        }
        return List.copyOf(found);
    }

    /** An all-day event ends before the day that its end names (RFC 5545, 3.6.1). */
    private static Optional<FreePeriod> period(FreeKind kind, VEvent event) {
        var start = Optional.ofNullable(event.<Temporal>getDateTimeStart())
                .map(DtStart::getDate)
                .orElse(null);
        if (start == null) {
            return Optional.empty();
        }
        var first = day(start);
        var last = Optional.ofNullable(event.<Temporal>getDateTimeEnd())
                .map(DtEnd::getDate)
                .map(it -> it instanceof LocalDate date ? date.minusDays(1) : day(it))
                .orElse(first);
        var name = Optional.ofNullable(event.getSummary())
                .map(it -> it.getValue().strip())
                .filter(it -> !it.isEmpty())
                .map(it -> it.substring(0, Math.min(it.length(), FreePeriod.LONGEST_NAME)))
                .orElse(UNNAMED);
        return Optional.of(new FreePeriod(FreePeriodId.next(), kind, name, first, last.isBefore(first) ? first : last));
    }

    private static LocalDate day(Temporal moment) {
        return moment instanceof ZonedDateTime zoned
                ? zoned.toLocalDate()
                : LocalDate.ofEpochDay(moment.getLong(ChronoField.EPOCH_DAY));
    }
}
