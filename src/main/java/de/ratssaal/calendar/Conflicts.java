package de.ratssaal.calendar;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.BusyTime;
import de.ratssaal.meeting.MeetingTimes;
import de.ratssaal.meeting.PlanAdvice;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What stands in the way of a time: a room that is taken, persons who would have two meetings, holidays, weekends.
 *
 * <p>Somebody is told that a room or a person is taken and by which organization, never by which meeting of those who meet
 * in private.
 */
@Component
class Conflicts implements PlanAdvice {

    private static final int NAMED = 3;

    private final MeetingTimes times;
    private final DaysOff daysOff;
    private final Councils councils;
    private final Access access;

    Conflicts(MeetingTimes times, DaysOff daysOff, Councils councils, Access access) {
        this.times = times;
        this.daysOff = daysOff;
        this.councils = councils;
        this.access = access;
    }

    @Override
    public List<Advice> of(PlannedTime time) {
        var body = councils.body(councils.organization(time.organization()).body());
        var day = time.startsAt().atZone(body.zone()).toLocalDate();
        var advice = new ArrayList<Advice>();
        var end = MeetingTimes.end(time.startsAt(), time.endsAt());
        if (end.isAfter(time.startsAt())) {
            access.asSystem("calendar", () -> times.overlapping(time.startsAt(), end)).stream()
                    .filter(it -> !it.meeting().equals(time.replanned()))
                    .forEach(it -> advice.addAll(against(time, day, it, body.zone())));
        }
        daysOff.of(body.id(), day, day).forEach(it -> advice.add(about(it)));
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            advice.add(new Advice(false, "calendar.advice.saturday", List.of()));
        } else if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            advice.add(new Advice(false, "calendar.advice.sunday", List.of()));
        }
        return List.copyOf(advice);
    }

    private List<Advice> against(PlannedTime time, LocalDate day, BusyTime other, ZoneId zone) {
        var found = new ArrayList<Advice>();
        var who = councils.organization(other.organization()).name();
        var from = other.startsAt().atZone(zone).toLocalTime();
        if (other.organization().equals(time.organization())) {
            found.add(new Advice(true, "calendar.advice.same-organization", List.of(who, from)));
            return found;
        }
        if (!time.place().isBlank() && room(time.place()).equals(room(other.place()))) {
            found.add(new Advice(true, "calendar.advice.room", List.of(other.place(), who, from)));
        }
        var both = inBoth(time.organization(), other.organization(), day);
        if (!both.isEmpty()) {
            var named = both.stream().limit(NAMED).collect(Collectors.joining(", "));
            found.add(
                    both.size() > NAMED
                            ? new Advice(
                                    true,
                                    "calendar.advice.many-persons",
                                    List.of(who, from, named, both.size() - NAMED))
                            : new Advice(true, "calendar.advice.persons", List.of(who, from, named)));
        }
        return found;
    }

    /** Names of those who are expected in both; substitutes come only if somebody is missing. */
    private List<String> inBoth(OrganizationId one, OrganizationId other, LocalDate day) {
        Set<PersonId> there = councils.members(other, day).stream()
                .filter(Conflicts::isExpected)
                .map(MemberSummary::person)
                .collect(Collectors.toCollection(HashSet::new));
        return councils.members(one, day).stream()
                .filter(Conflicts::isExpected)
                .filter(it -> there.contains(it.person()))
                .map(MemberSummary::name)
                .toList();
    }

    private static boolean isExpected(MemberSummary member) {
        return member.role() != MembershipRole.SUBSTITUTE && member.role() != MembershipRole.GUEST;
    }

    private static Advice about(DayOff off) {
        return switch (off) {
            case DayOff.Holiday(var day, var holiday) -> new Advice(true, "calendar.holiday." + holiday, List.of());
            case DayOff.Period(var period) ->
                new Advice(
                        period.kind() != FreeKind.SCHOOL_HOLIDAYS,
                        "calendar.advice.free." + period.kind(),
                        List.of(period.name()));
        };
    }

    /** Rooms are told by their words: case and spaces make no other room. */
    private static String room(String place) {
        return place.strip().replaceAll("[\\s,]+", " ").toLowerCase(Locale.ROOT);
    }
}
