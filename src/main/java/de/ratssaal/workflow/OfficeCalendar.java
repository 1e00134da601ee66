package de.ratssaal.workflow;

import de.ratssaal.calendar.DayOff;
import de.ratssaal.calendar.DaysOff;
import de.ratssaal.calendar.FreeKind;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** On which days the offices of each body work: its Land has its own holidays, and so may the municipality. */
@Component
class OfficeCalendar {

    private static final Duration MOMENT = Duration.ofSeconds(20);

    private final DaysOff daysOff;
    private final Councils councils;
    private final Clock clock;
    private final Map<BodyId, Known> known = new ConcurrentHashMap<>();

    OfficeCalendar(DaysOff daysOff, Councils councils, Clock clock) {
        this.daysOff = daysOff;
        this.councils = councils;
        this.clock = clock;
    }

    OfficeDay today(BodyId body) {
        var holidays = holidays(body);
        return new OfficeDay(date(body), new WorkingDays(day -> isIn(holidays, day)));
    }

    LocalDate date(BodyId body) {
        return LocalDate.ofInstant(clock.instant(), councils.body(body).zone());
    }

    /** Asked for every task of a list, and for everybody when mails are written: remembered for a moment. */
    private List<DayOff> holidays(BodyId body) {
        var now = clock.instant();
        var found = known.get(body);
        if (found == null || now.isBefore(found.at()) || now.isAfter(found.at().plus(MOMENT))) {
            var today = date(body);
            found = new Known(
                    now,
                    daysOff.of(body, today.minusYears(1), today.plusYears(1)).stream()
                            .filter(OfficeCalendar::closesOffices)
                            .toList());
            known.put(body, found);
        }
        return found.holidays();
    }

    private record Known(Instant at, List<DayOff> holidays) {}

    private static boolean isIn(List<DayOff> holidays, LocalDate day) {
        return holidays.stream().anyMatch(it -> it.isOn(day));
    }

    private static boolean closesOffices(DayOff day) {
        return switch (day) {
            case DayOff.Holiday holiday -> true;
            case DayOff.Period(var period) -> period.kind() == FreeKind.HOLIDAY;
        };
    }
}
