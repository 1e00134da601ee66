package de.ratssaal.calendar;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** On which days a body would rather not meet. Everybody may know them; secretariats and administrators keep them. */
@Service
@Transactional
public class DaysOff {

    private final JdbcClient database;
    private final Councils councils;
    private final Access access;
    private final ApplicationEventPublisher events;

    DaysOff(JdbcClient database, Councils councils, Access access, ApplicationEventPublisher events) {
        this.database = database;
        this.councils = councils;
        this.access = access;
        this.events = events;
    }

    /** Public holidays of the body's Land and its free periods that touch a span, by first day. */
    @Transactional(readOnly = true)
    public List<DayOff> of(BodyId body, LocalDate from, LocalDate to) {
        var land = councils.landOf(body);
        var days = new ArrayList<DayOff>();
        IntStream.rangeClosed(from.getYear(), to.getYear())
                .forEach(year -> PublicHoliday.of(land, year)
                        .subMap(
                                later(from, LocalDate.of(year, 1, 1)),
                                later(from, to).plusDays(1))
                        .forEach((day, holiday) -> days.add(new DayOff.Holiday(day, holiday))));
        periods(body, from, to).forEach(it -> days.add(new DayOff.Period(it)));
        days.sort(Comparator.comparing(DayOff::first).thenComparing(DayOff::last));
        return List.copyOf(days);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The free periods that touch a span, by first day. */
    @Transactional(readOnly = true)
    public List<FreePeriod> periods(BodyId body, LocalDate from, LocalDate to) {
        return database.sql("""
                        select id, kind, name, first_day, last_day from calendar_free_period
                        where body_id = :body and last_day >= :from and first_day <= :to
                        order by first_day, last_day, name
                        """)
                .param("body", body.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> period(row))
                .list();
    }

    private static FreePeriod period(ResultSet row) throws SQLException {
        return new FreePeriod(
                new FreePeriodId(row.getObject("id", UUID.class)),
                FreeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    /** Whether whoever acts may change the free periods of a body. */
    @Transactional(readOnly = true)
    public boolean mayKeep(BodyId body) {
        return councils.organizations(body).stream()
                .anyMatch(it -> access.has(it.id(), Role.SECRETARIAT, Role.ADMINISTRATOR));
    }

    /** Keeps a period free. One that is known already is left as it is. */
    public void add(BodyId body, FreePeriod period) {
        requireKeeper(body);
        if (keep(body, period)) {
            events.publishEvent(new FreePeriodAdded(body, period.kind(), period.name(), period.first(), period.last()));
        }
    }

    private boolean keep(BodyId body, FreePeriod period) {
        return database.sql("""
                        insert into calendar_free_period (id, body_id, kind, name, first_day, last_day)
                        values (:id, :body, :kind, :name, :first, :last) on conflict do nothing
                        """)
                        .param("id", period.id().value())
                        .param("body", body.value())
                        .param("kind", period.kind().name())
                        .param("name", period.name())
                        .param("first", period.first())
                        .param("last", period.last())
                        .update()
                == 1;
    }

    public void remove(BodyId body, FreePeriodId id) {
        requireKeeper(body);
        database.sql("""
                        delete from calendar_free_period where id = :id and body_id = :body
                        returning id, kind, name, first_day, last_day
                        """)
                .param("id", id.value())
                .param("body", body.value())
                .query((row, number) -> period(row))
                .optional()
                .ifPresent(it ->
                        events.publishEvent(new FreePeriodRemoved(body, it.kind(), it.name(), it.first(), it.last())));
    }

    /** School holidays as far as they are known here for the body's Land. */
    @Transactional(readOnly = true)
    public List<FreePeriod> knownSchoolHolidays(BodyId body) {
        return SchoolHolidays.of(councils.landOf(body));
    }

    /**
     * Takes the days of an iCalendar file (RFC 5545), as ministries of education publish it.
     *
     * @return how many were new
     * @throws Refusal if it is no such file, or there is nothing in it
     */
    public int take(BodyId body, FreeKind kind, InputStream file) {
        return take(body, HolidayFile.read(kind, file));
    }

    /** @return how many were new */
    public int take(BodyId body, List<FreePeriod> periods) {
        requireKeeper(body);
        var added = (int) periods.stream().filter(it -> keep(body, it)).count();
        if (added > 0) {
            events.publishEvent(new FreePeriodsTaken(body, added));
        }
        return added;
    }

    private void requireKeeper(BodyId body) {
        access.requireAnywhere(Role.SECRETARIAT, Role.ADMINISTRATOR);
        if (!mayKeep(body)) {
            throw new Refusal("calendar.free.other-body");
        }
    }
}
