package de.ratssaal.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.ArrivalRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("Checking in by the code of the room")
class RoomCheckInTest {

    private static final String NEVER = "no code";

    @Autowired
    ApplicationContext context;

    @Autowired
    RoomCodes codes;

    @Autowired
    RoomCheckIn checkIn;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("makes a member present in the room, and once if they scan it twice")
    void arrives() {
        var meeting = TestMeeting.open(5, 3, context);
        var code = begin(meeting);

        arrive(meeting, meeting.member(4), code);
        arrive(meeting, meeting.member(4), code);

        assertThat(Acting.as(meeting.chair(), () -> meeting.attendance().intervals(meeting.id())).stream()
                        .filter(it -> it.person().equals(meeting.member(4))))
                .singleElement()
                .satisfies(it -> assertThat(it.place()).isEqualTo(Place.ROOM));
    }

    @Test
    @DisplayName("brings who takes part remotely into the room")
    void comesIntoTheRoom() {
        var meeting = TestMeeting.open(5, 3, context);
        meeting.arrive(meeting.member(4), Place.REMOTE);

        arrive(meeting, meeting.member(4), begin(meeting));

        assertThat(placeOf(meeting, meeting.member(4))).isEqualTo(Place.ROOM);
    }

    @Test
    @DisplayName("is refused with a code that is wrong, from another meeting, or was shown too long ago")
    void wrongCodes() {
        var meeting = TestMeeting.open(5, 3, context);
        var other = TestMeeting.open(5, 3, context);
        var code = begin(meeting);
        var ofOther = begin(other);

        refused("attendance.code.wrong", () -> arrive(meeting, meeting.member(4), NEVER));
        if (!ofOther.equals(code)) {
            refused("attendance.code.wrong", () -> arrive(meeting, meeting.member(4), ofOther));
        }
        clock.putForwardTo(clock.instant().plus(Duration.ofMinutes(2)));
        refused("attendance.code.wrong", () -> arrive(meeting, meeting.member(4), code));

        assertThat(placeOf(meeting, meeting.member(4))).isNull();
        arrive(meeting, meeting.member(4), begin(meeting));
        assertThat(placeOf(meeting, meeting.member(4))).isEqualTo(Place.ROOM);
    }

    @Test
    @DisplayName("is refused before anybody began with codes")
    void noCodeYet() {
        var meeting = TestMeeting.open(5, 3, context);

        refused("attendance.code.wrong", () -> arrive(meeting, meeting.member(4), "000000"));
    }

    @Test
    @DisplayName(
            "is looked at no longer after five wrong codes, even if the next is right, for ten minutes and this member")
    void tooManyTries() {
        var meeting = TestMeeting.open(6, 3, context);
        begin(meeting);
        IntStream.range(0, RoomCheckIn.MOST_MISSES)
                .forEach(it -> refused("attendance.code.wrong", () -> arrive(meeting, meeting.member(4), NEVER)));

        refused("attendance.code.too-many", () -> arrive(meeting, meeting.member(4), begin(meeting)));
        assertThat(placeOf(meeting, meeting.member(4))).isNull();
        arrive(meeting, meeting.member(5), begin(meeting));
        assertThat(placeOf(meeting, meeting.member(5))).isEqualTo(Place.ROOM);

        clock.putForwardTo(clock.instant().plus(RoomCheckIn.MISSES_COUNT_FOR).plusSeconds(1));
        arrive(meeting, meeting.member(4), begin(meeting));
        assertThat(placeOf(meeting, meeting.member(4))).isEqualTo(Place.ROOM);
    }

    @Test
    @DisplayName("gives nobody more tries who tries from many devices at once")
    void manyDevices() throws Exception {
        var meeting = TestMeeting.open(5, 3, context);
        begin(meeting);

        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(it -> () -> answerTo(meeting, meeting.member(4)))
                    .toList();
            assertThat(devices.invokeAll(tries).stream().map(Future::resultNow).filter("attendance.code.wrong"::equals))
                    .hasSize(RoomCheckIn.MOST_MISSES);
        }
    }

    private String answerTo(TestMeeting meeting, PersonId person) {
        try {
            arrive(meeting, person, NEVER);
            return "arrived";
        } catch (Refusal refusal) {
            return refusal.key();
        }
    }

    @Test
    @DisplayName("helps nobody who does not belong to the organization")
    void strangers() {
        var meeting = TestMeeting.open(5, 3, context);
        var code = begin(meeting);
        var stranger = TestCouncil.person(context);

        refused("attendance.arrive.not-a-member", () -> arrive(meeting, stranger, code));
    }

    @Test
    @DisplayName("The code is known to the chair and the secretariat only")
    void codeIsForTheDesk() {
        var meeting = TestMeeting.open(5, 3, context);
        begin(meeting);

        for (var person : Arrays.asList(meeting.member(2), TestCouncil.person(context))) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(person, () -> codes.current(meeting.id())));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(person, () -> codes.begin(meeting.id())));
        }
    }

    @Test
    @DisplayName("There is none any more when the meeting is over")
    void overIsOver() {
        var meeting = TestMeeting.open(5, 3, context);
        var code = begin(meeting);
        Acting.as(meeting.chair(), () -> {
            meeting.conduct().finishItem(meeting.id(), meeting.item(), meeting.revision());
            meeting.conduct().close(meeting.id(), meeting.revision());
        });

        assertThat(Acting.as(meeting.chair(), () -> codes.current(meeting.id())))
                .isEmpty();
        refused("attendance.arrive.over", () -> arrive(meeting, meeting.member(4), code));
        refused("attendance.code.no-time", () -> Acting.as(meeting.chair(), () -> codes.begin(meeting.id())));
    }

    @Test
    @DisplayName(
            "Where the rules ask for the code nobody enters themselves in the room without it, and the rule is named")
    void rulesAskForIt() {
        var meeting = TestMeeting.open(5, 0, asking(), context);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> meeting.arrive(meeting.member(3), Place.ROOM))
                .withMessage("attendance.arrive.code-needed")
                .satisfies(it -> assertThat(it.source()).hasToString("GeschO § 4"));
        assertThat(placeOf(meeting, meeting.member(3))).isNull();

        meeting.arrive(meeting.member(3), Place.REMOTE);
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> meeting.arrive(meeting.member(3), Place.ROOM));
        assertThat(placeOf(meeting, meeting.member(3)))
                .as("who is refused stays where they are")
                .isEqualTo(Place.REMOTE);
        arrive(meeting, meeting.member(3), begin(meeting));
        assertThat(placeOf(meeting, meeting.member(3))).isEqualTo(Place.ROOM);

        meeting.isEntered(meeting.member(4), Place.ROOM);
        assertThat(placeOf(meeting, meeting.member(4)))
                .as("the desk sees who is there")
                .isEqualTo(Place.ROOM);
    }

    @Test
    @DisplayName("A secret of another length cannot be stored")
    void secretHasItsLength() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql(
                                "insert into attendance_room_secret values (gen_random_uuid(), '\\x00'::bytea, now())")
                        .update());
    }

    private static RulesOfProcedure asking() {
        var t = RulesOfProcedure.THUERINGEN;
        return TestRules.with(t, new ArrivalRule(true, new LegalSource("GeschO", "§ 4")));
    }

    private String begin(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> {
            codes.begin(meeting.id());
            return codes.current(meeting.id()).orElseThrow();
        });
    }

    private void arrive(TestMeeting meeting, PersonId person, String code) {
        Acting.as(person, () -> checkIn.arrive(meeting.id(), code));
    }

    private static @org.jspecify.annotations.Nullable Place placeOf(TestMeeting meeting, PersonId person) {
        return Acting.as(meeting.chair(), () -> meeting.attendance().present(meeting.id())).stream()
                .filter(it -> it.person().equals(person))
                .map(Presence::place)
                .findFirst()
                .orElse(null);
    }

    private static void refused(String key, Runnable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step::run).withMessage(key);
    }
}
