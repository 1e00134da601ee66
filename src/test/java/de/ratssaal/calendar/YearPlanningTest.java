package de.ratssaal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PlanAdvice.Advice;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("The secretariat that plans a year")
class YearPlanningTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    YearPlanning planning;

    @Autowired
    MeetingPlanning single;

    @Autowired
    Meetings meetings;

    @Autowired
    Access access;

    @Autowired
    Clock clock;

    private TestCouncil council;
    private LocalDate first;

    @BeforeEach
    void found() {
        council = TestCouncil.of(3, context);
        first = LocalDate.of(
                LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE).getYear() + 1, 1, 1);
    }

    @Test
    @DisplayName("sees the days of the rule and, before it plans anything, which of them are holidays")
    void holidays() {
        var series = series(council.council(), new Recurrence.Weekly(1, DayOfWeek.MONDAY), "Rathaus");
        var easterMonday = PublicHoliday.EASTER_MONDAY.in(first.getYear());

        var days = asSystem(() -> planning.propose(series));

        assertThat(days)
                .hasSizeBetween(51, 53)
                .allSatisfy(it -> assertThat(it.day().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY));
        assertThat(days)
                .filteredOn(it -> it.day().equals(easterMonday))
                .singleElement()
                .satisfies(it -> assertThat(it.hasConflict()).isTrue())
                .satisfies(it -> assertThat(it.advice())
                        .extracting(Advice::key)
                        .containsExactly("calendar.holiday.EASTER_MONDAY"));
        assertThat(days.getFirst().title()).isEqualTo("7. Sitzung");
        assertThat(days.get(1).title()).isEqualTo("8. Sitzung");
        assertThat(planned()).isEmpty();
    }

    @Test
    @DisplayName("R1: is told by when each invitation has to arrive")
    void invitationPeriod() {
        var day = asSystem(() -> planning.propose(
                        series(council.council(), new Recurrence.Weekly(1, DayOfWeek.MONDAY), "Rathaus")))
                .getFirst();
        assertThat(day.invitationBy()).isEqualTo(day.day().minusDays(5));
    }

    @Test
    @DisplayName("is warned of a room that another organization has, and of persons who would have two meetings")
    void roomsAndPersons() {
        var committee = council.organization(Classification.COMMITTEE, 2, context);
        TestCouncil.join(committee, council.members().get(2), MembershipRole.MEMBER, context);
        var day = first.plusDays(20).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        plan(committee, day, LocalTime.of(18, 0), "Rathaus,  Saal 1");

        var there = advice(day, "rathaus, saal 1");
        var elsewhere = advice(day, "Bürgerhaus");
        var dayAfter = advice(day.plusWeeks(1), "Rathaus, Saal 1");

        assertThat(there).extracting(Advice::key).containsExactly("calendar.advice.room", "calendar.advice.persons");
        assertThat(elsewhere).extracting(Advice::key).containsExactly("calendar.advice.persons");
        assertThat(dayAfter).isEmpty();
    }

    @Test
    @DisplayName("is not warned of a meeting that ends when the other begins")
    void oneAfterTheOther() {
        var committee = council.organization(Classification.COMMITTEE, 2, context);
        var day = first.plusDays(20).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        plan(committee, day, LocalTime.of(14, 0), "Saal"); // three hours, as nobody said how long

        assertThat(advice(day, "Saal")).isEmpty();
    }

    @Test
    @DisplayName("plans the days that were chosen, numbered in their order, whatever order they were sent in")
    void plans() {
        var series = series(council.council(), new Recurrence.Weekly(1, DayOfWeek.MONDAY), "Rathaus");
        var chosen = List.of(first.plusDays(40), first.plusDays(10));

        asSystem(() -> planning.plan(SeriesId.next(), series, chosen));

        assertThat(planned())
                .extracting(MeetingSummary::title, MeetingSummary::day)
                .containsExactly(tuple("7. Sitzung", first.plusDays(10)), tuple("8. Sitzung", first.plusDays(40)));
    }

    @Test
    @DisplayName("and sends the same twice, even at once, has planned it once")
    void twice() {
        var id = SeriesId.next();
        var series = series(council.council(), new Recurrence.Weekly(1, DayOfWeek.MONDAY), "Rathaus");
        var days = List.of(first.plusDays(5), first.plusDays(12));

        var answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> asSystem(() -> planning.plan(id, series, days))))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(it -> assertThat(it).isEqualTo(answers.getFirst()));
        assertThat(planned()).hasSize(2);
    }

    @Test
    @DisplayName("plans nothing if one of the days is in the past")
    void past() {
        var series = series(council.council(), new Recurrence.Weekly(1, DayOfWeek.MONDAY), "Rathaus");
        var days = List.of(first.plusDays(5), first.minusYears(2));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> asSystem(() -> planning.plan(SeriesId.next(), series, days)));
        assertThat(planned()).isEmpty();
    }

    @Test
    @DisplayName("has to be the secretariat of that organization")
    void whoMay() {
        var series = series(council.council(), new Recurrence.Weekly(1, DayOfWeek.MONDAY), "Rathaus");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(council.chair(), () -> planning.propose(series)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(
                        council.chair(), () -> planning.plan(SeriesId.next(), series, List.of(first.plusDays(5)))));
    }

    private List<Advice> advice(LocalDate day, String place) {
        var series = new MeetingSeries(
                council.council(),
                "Sitzung",
                1,
                new Recurrence.Weekly(1, day.getDayOfWeek()),
                day,
                day,
                LocalTime.of(17, 0),
                LocalTime.of(20, 0),
                MeetingMode.IN_PERSON,
                place,
                "");
        return asSystem(() -> planning.propose(series)).getFirst().advice();
    }

    private MeetingSeries series(OrganizationId organization, Recurrence recurrence, String place) {
        return new MeetingSeries(
                organization,
                "#. Sitzung",
                7,
                recurrence,
                first,
                first.plusYears(1).minusDays(1),
                LocalTime.of(17, 0),
                LocalTime.of(20, 0),
                MeetingMode.IN_PERSON,
                place,
                "");
    }

    private MeetingId plan(OrganizationId organization, LocalDate day, LocalTime at, String place) {
        var start = day.atTime(at).atZone(TestCouncil.ZONE).toInstant();
        return asSystem(() ->
                single.plan(organization, new MeetingPlan("Sitzung", MeetingMode.IN_PERSON, start, null, place, "")));
    }

    private List<MeetingSummary> planned() {
        return asSystem(() -> meetings.calendar(
                List.of(council.council()),
                first.minusYears(3).atStartOfDay(TestCouncil.ZONE).toInstant(),
                first.plusYears(2).atStartOfDay(TestCouncil.ZONE).toInstant()));
    }

    private <T> T asSystem(Supplier<T> work) {
        return access.asSystem("test", work);
    }
}
