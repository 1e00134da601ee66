package de.ratssaal.calendar;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.PlanAdvice;
import de.ratssaal.meeting.PlanAdvice.PlannedTime;
import de.ratssaal.organization.Councils;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a secretariat does with a year: plan the meetings of an organization in one step. */
@Service
@Transactional
public class YearPlanning {

    private final MeetingPlanning planning;
    private final ObjectProvider<PlanAdvice> advice;
    private final Councils councils;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    YearPlanning(
            MeetingPlanning planning,
            ObjectProvider<PlanAdvice> advice,
            Councils councils,
            JdbcClient database,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.planning = planning;
        this.advice = advice;
        this.councils = councils;
        this.database = database;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** The days of a series that are still to come, with what stands in their way. Plans nothing. */
    @Transactional(readOnly = true)
    public List<ProposedMeeting> propose(MeetingSeries series) {
        access.require(series.organization(), Role.SECRETARIAT);
        var zone = councils.body(councils.organization(series.organization()).body())
                .zone();
        var proposed = new ArrayList<ProposedMeeting>();
        for (var day : series.recurrence().days(series.first(), series.last())) {
            var plan = series.plan(day, proposed.size(), zone);
            if (plan.startsAt().isAfter(clock.instant())) {
                var time = new PlannedTime(series.organization(), plan.startsAt(), plan.endsAt(), plan.place(), null);
                proposed.add(new ProposedMeeting(
                        day,
                        plan.title(),
                        councils.rules(series.organization(), day).invitation().latestDelivery(day, false),
                        advice.orderedStream()
                                .flatMap(it -> it.of(time).stream())
                                .toList()));
            }
        }
        return List.copyOf(proposed);
    }

    /**
     * Plans the meetings of a series, numbered in the order of their days. Sent a second time, it changes nothing.
     *
     * @param days those that were chosen; they need not be the series' own
     * @return the meetings by day
     * @throws Refusal if no day was chosen, or one lies in the past
     */
    public List<MeetingId> plan(SeriesId id, MeetingSeries series, Collection<LocalDate> days) {
        access.require(series.organization(), Role.SECRETARIAT);
        var chosen = new TreeSet<>(days);
        if (chosen.isEmpty()) {
            throw new Refusal("calendar.series.no-days");
        }
        if (chosen.size() > Recurrence.MOST_DAYS) {
            throw new Refusal("calendar.series.too-many-days", Recurrence.MOST_DAYS);
        }
        if (!isNew(id, series)) {
            return planned(id, series);
        }
        var zone = councils.body(councils.organization(series.organization()).body())
                .zone();
        var meetings = new ArrayList<MeetingId>();
        for (var day : chosen) {
            var meeting = planning.plan(series.organization(), series.plan(day, meetings.size(), zone));
            database.sql("insert into calendar_series_meeting (series_id, day, meeting_id) values (?, ?, ?)")
                    .params(id.value(), day, meeting.value())
                    .update();
            meetings.add(meeting);
        }
        events.publishEvent(new SeriesPlanned(id, series.organization(), List.copyOf(chosen)));
        return List.copyOf(meetings);
    }

    /** Whoever sends the same series at the same moment waits here. */
    private boolean isNew(SeriesId id, MeetingSeries series) {
        return database.sql("""
                        insert into calendar_series (id, organization_id, planned_at, planned_by)
                        values (:id, :organization, :now, :by) on conflict (id) do nothing
                        """)
                        .param("id", id.value())
                        .param("organization", series.organization().value())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", access.actor())
                        .update()
                == 1;
    }

    private List<MeetingId> planned(SeriesId id, MeetingSeries series) {
        return database.sql("""
                        select m.meeting_id from calendar_series_meeting m join calendar_series s on s.id = m.series_id
                        where s.id = :id and s.organization_id = :organization order by m.day
                        """)
                .param("id", id.value())
                .param("organization", series.organization().value())
                .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .list();
    }
}
