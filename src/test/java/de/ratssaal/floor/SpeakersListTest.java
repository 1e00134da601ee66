package de.ratssaal.floor;

import static de.ratssaal.rules.RulesOfProcedure.NORDRHEIN_WESTFALEN;
import static de.ratssaal.rules.RulesOfProcedure.THUERINGEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.chamber.Boards;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Gender;
import de.ratssaal.organization.Genders;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonDetails;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.GroupTime;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SpeakingOrder;
import de.ratssaal.rules.SpeakingRule;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
@DisplayName("The speakers' list")
class SpeakersListTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    AskingForTheFloor asking;

    @Autowired
    FloorConduct conduct;

    @Autowired
    Speeches speeches;

    @Autowired
    ProceduralMotions motions;

    @Autowired
    Boards boards;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("knows who asked with one press, and the same once if they press twice")
    void asks() {
        var meeting = TestMeeting.open(5, 4, context);
        var first = ask(meeting, 2, SpeechKind.SPEECH);
        assertThat(ask(meeting, 2, SpeechKind.SPEECH)).isEqualTo(first);
        var second = ask(meeting, 3, SpeechKind.SPEECH);

        assertThat(waiting(meeting)).containsExactly(first, second);
        assertThat(floor(meeting).placeOf(meeting.member(3))).isEqualTo(2);

        Acting.as(meeting.member(2), () -> asking.withdraw(meeting.id(), first));
        Acting.as(meeting.member(2), () -> asking.withdraw(meeting.id(), first));
        assertThat(waiting(meeting)).containsExactly(second);
        assertThat(floor(meeting).placeOf(meeting.member(3))).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "is for those who are present, remotely as well, on the item before the meeting, while the meeting runs")
    void forThosePresent() {
        var meeting = TestMeeting.open(5, 4, context);
        refused("floor.ask.not-present", () -> ask(meeting, 4, SpeechKind.SPEECH));
        meeting.arrive(meeting.member(4), Place.REMOTE);
        var remote = ask(meeting, 4, SpeechKind.SPEECH);
        assertThat(waiting(meeting)).containsExactly(remote);
        refused(
                "floor.ask.item-not-called",
                () -> Acting.as(
                        meeting.member(2),
                        () -> asking.ask(meeting.id(), meeting.nonPublic(), SpeechKind.POINT_OF_ORDER)));

        Acting.as(
                meeting.chair(), () -> meeting.conduct().finishItem(meeting.id(), meeting.item(), meeting.revision()));

        refused("floor.ask.item-not-called", () -> ask(meeting, 2, SpeechKind.SPEECH));
        Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), meeting.revision()));
        refused("floor.ask.meeting-not-running", () -> ask(meeting, 2, SpeechKind.SPEECH));
    }

    @Test
    @DisplayName("R7: is closed to whoever is recused, who is taken off it and loses the floor")
    void recused() {
        var meeting = TestMeeting.open(5, 4, context);
        var speaking = ask(meeting, 2, SpeechKind.SPEECH);
        ask(meeting, 2, SpeechKind.POINT_OF_ORDER);
        call(meeting, speaking, null);

        Acting.as(
                meeting.member(2), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(2)));

        assertThat(floor(meeting).speaking()).isNull();
        assertThat(waiting(meeting)).isEmpty();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> ask(meeting, 2, SpeechKind.SPEECH))
                .withMessage("floor.ask.recused")
                .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 38"));
        refused(
                "floor.ask.recused",
                () -> Acting.as(
                        meeting.chair(),
                        () -> conduct.enter(meeting.id(), meeting.item(), meeting.member(2), SpeechKind.SPEECH)));
    }

    @Test
    @DisplayName("R17: does not let anybody speak remotely on a non-public item who did not say that nobody listens")
    void notAlone() {
        var meeting = TestMeeting.open(5, 4, context);
        meeting.arrive(meeting.member(4), Place.REMOTE);
        meeting.call(meeting.nonPublic());
        Callable<RequestId> asks = () -> asking.ask(meeting.id(), meeting.nonPublic(), SpeechKind.SPEECH);
        refused("floor.ask.not-alone", () -> Acting.as(meeting.member(4), asks));

        Acting.as(meeting.member(4), () -> meeting.attendance().confirmAlone(meeting.id(), meeting.nonPublic()));

        assertThat(Acting.as(meeting.member(4), asks)).isNotNull();
    }

    @Test
    @DisplayName("is not for guests and strangers, and nobody takes back what somebody else asked")
    void notForOthers() {
        var meeting = TestMeeting.open(5, 4, context);
        var guest = meeting.invitedGuest();
        meeting.isEntered(guest, Place.ROOM);
        var stranger = TestCouncil.person(context);
        refused(
                "floor.ask.not-a-member",
                () -> Acting.as(guest, () -> {
                    asks(meeting, SpeechKind.SPEECH);
                }));
        refused(
                "floor.ask.not-a-member",
                () -> Acting.as(stranger, () -> {
                    asks(meeting, SpeechKind.SPEECH);
                }));
        var request = ask(meeting, 2, SpeechKind.SPEECH);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(3), () -> asking.withdraw(meeting.id(), request)));
        for (Runnable act : List.<Runnable>of(
                () -> conduct.call(meeting.id(), request, null),
                () -> conduct.remove(meeting.id(), request),
                () -> conduct.place(meeting.id(), request, null),
                () -> conduct.close(meeting.id(), meeting.item()),
                () -> conduct.letResidentsAsk(meeting.id(), meeting.item(), true),
                () -> conduct.enterGuest(meeting.id(), meeting.item(), "Uwe", GuestKind.EXPERT, true))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> Acting.as(meeting.member(2), act));
        }
        var elsewhere = TestMeeting.open(3, 3, context);
        assertThatExceptionOfType(NoSuchElementException.class)
                .as("a desk acts on its own meeting alone")
                .isThrownBy(() -> Acting.as(elsewhere.chair(), () -> conduct.call(elsewhere.id(), request, null)));
        assertThat(waiting(meeting)).containsExactly(request);
    }

    @Test
    @DisplayName("lets one speak at a time: of two desks that call two speakers at once one is refused")
    void twoDesks() throws Exception {
        var meeting = TestMeeting.open(5, 4, context);
        var one = ask(meeting, 2, SpeechKind.SPEECH);
        var other = ask(meeting, 3, SpeechKind.SPEECH);
        List<Future<String>> desks;
        try (var threads = Executors.newFixedThreadPool(2)) {
            desks = threads.invokeAll(List.of(
                    () -> outcome(() -> call(meeting, one, null)), () -> outcome(() -> call(meeting, other, null))));
        }

        assertThat(List.of(desks.get(0).get(), desks.get(1).get()))
                .containsExactlyInAnyOrder("called", "floor.call.overtaken");
        var speaking = Objects.requireNonNull(floor(meeting).speaking()).id();
        assertThat(waiting(meeting)).containsExactly(speaking.equals(one) ? other : one);
        call(meeting, speaking, null); // pressed twice, nothing happens twice
        assertThat(speeches(meeting)).hasSize(1);
        assertThatExceptionOfType(DataAccessException.class)
                .as("nor can two be stored")
                .isThrownBy(() -> database.sql(
                                "update floor_request set state = 'SPEAKING', called_at = now() where meeting_id = ? and state = 'WAITING'")
                        .param(meeting.id().value())
                        .update());
    }

    @Test
    @DisplayName("ends a speech and calls the next with one press, and knows for how long who spoke")
    void endAndCallNext() {
        var meeting = TestMeeting.open(5, 4, context);
        var first = ask(meeting, 2, SpeechKind.SPEECH);
        var second = ask(meeting, 3, SpeechKind.SPEECH);
        call(meeting, first, null);
        pass(60);
        Acting.as(meeting.chair(), () -> conduct.pause(meeting.id(), first));
        pass(100);
        Acting.as(meeting.chair(), () -> conduct.resume(meeting.id(), first));
        pass(30);

        call(meeting, second, first);
        pass(20);
        Acting.as(meeting.chair(), () -> conduct.end(meeting.id(), second));
        Acting.as(meeting.chair(), () -> conduct.end(meeting.id(), second));

        assertThat(speeches(meeting)).extracting(Speech::id).containsExactly(first, second);
        assertThat(speeches(meeting).getFirst().spoken())
                .as("without the pause")
                .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(99));
        assertThat(speeches(meeting).getLast().until()).isNotNull();
        assertThatExceptionOfType(DataAccessException.class)
                .as("what was said stays")
                .isThrownBy(() -> database.sql("delete from floor_time where request_id = ?")
                        .param(first.value())
                        .update());
    }

    @Test
    @DisplayName("rests while the meeting is interrupted, and the time with it")
    void interruption() {
        var meeting = TestMeeting.open(5, 4, context);
        var speech = ask(meeting, 2, SpeechKind.SPEECH);
        call(meeting, speech, null);
        pass(60);
        Acting.as(meeting.chair(), () -> meeting.conduct().interrupt(meeting.id(), meeting.revision()));
        assertThat(Objects.requireNonNull(floor(meeting).speaking()).runningSince())
                .isNull();
        refused(
                "floor.call.meeting-not-open",
                () -> Acting.as(meeting.chair(), () -> conduct.resume(meeting.id(), speech)));
        pass(600);

        Acting.as(meeting.chair(), () -> meeting.conduct().resume(meeting.id(), meeting.revision()));
        pass(10);

        assertThat(speeches(meeting).getFirst().spoken()).isBetween(Duration.ofSeconds(70), Duration.ofSeconds(79));
    }

    @Test
    @DisplayName("lets a point of order go before all others, after the speech or, if the chair wants it, at once")
    void pointOfOrder() {
        var meeting = TestMeeting.open(5, 5, context);
        var speech = ask(meeting, 2, SpeechKind.SPEECH);
        var next = ask(meeting, 3, SpeechKind.SPEECH);
        call(meeting, speech, null);
        pass(40);
        var point = ask(meeting, 4, SpeechKind.POINT_OF_ORDER);
        assertThat(waiting(meeting)).containsExactly(point, next);
        refused(
                "floor.call.no-interruption",
                () -> Acting.as(meeting.chair(), () -> conduct.interruptFor(meeting.id(), next, speech)));

        Acting.as(meeting.chair(), () -> conduct.interruptFor(meeting.id(), point, speech));
        assertThat(waiting(meeting)).containsExactly(speech, next);
        pass(10);
        call(meeting, speech, point);

        var back = Objects.requireNonNull(floor(meeting).speaking());
        assertThat(back.id()).isEqualTo(speech);
        assertThat(back.spoken()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(49));
    }

    @Test
    @DisplayName(
            "lets somebody reply right behind a speech, once, not to themselves, and only if the rules know replies")
    void replies() {
        var meeting = TestMeeting.open(5, 5, context);
        refused("floor.ask.nothing-to-reply-to", () -> ask(meeting, 3, SpeechKind.REPLY));
        var speech = ask(meeting, 2, SpeechKind.SPEECH);
        var next = ask(meeting, 4, SpeechKind.SPEECH);
        call(meeting, speech, null);
        refused("floor.ask.replied", () -> ask(meeting, 2, SpeechKind.REPLY));
        var reply = ask(meeting, 3, SpeechKind.REPLY);
        assertThat(waiting(meeting)).containsExactly(reply, next);

        call(meeting, reply, speech);

        refused("floor.ask.replied", () -> ask(meeting, 3, SpeechKind.REPLY));
        call(meeting, next, reply);
        assertThat(ask(meeting, 3, SpeechKind.REPLY))
                .as("to the next speech they may")
                .isNotNull();

        var without = TestMeeting.open(5, 4, rules(NORDRHEIN_WESTFALEN.speaking()), context);
        call(without, ask(without, 2, SpeechKind.SPEECH), null);
        refused("floor.ask.no-replies", () -> ask(without, 3, SpeechKind.REPLY));
    }

    @Test
    @DisplayName("is ended by the meeting's own decision: who waits to speak waits no longer, points of order stay")
    void endOfDebate() {
        var meeting = TestMeeting.open(5, 4, context);
        ask(meeting, 2, SpeechKind.SPEECH);
        var order = ask(meeting, 3, SpeechKind.POINT_OF_ORDER);
        var motion = MotionId.next();
        Acting.as(
                meeting.member(1), () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.END_DEBATE, ""));
        Acting.as(meeting.chair(), () -> motions.count(motion, new Tally(3, 1, 0)));

        assertThat(waiting(meeting)).containsExactly(order);
        refused("floor.ask.closed", () -> ask(meeting, 2, SpeechKind.SPEECH));
    }

    @Test
    @DisplayName("once closed takes points of order and statements alone, until it is reopened; it ends with the item")
    void closed() {
        var meeting = TestMeeting.open(5, 5, context);
        var before = ask(meeting, 2, SpeechKind.SPEECH);
        Acting.as(meeting.chair(), () -> conduct.close(meeting.id(), meeting.item()));
        refused("floor.ask.closed", () -> ask(meeting, 3, SpeechKind.SPEECH));
        var point = ask(meeting, 4, SpeechKind.POINT_OF_ORDER);
        assertThat(waiting(meeting)).containsExactly(point, before);

        Acting.as(meeting.chair(), () -> conduct.reopen(meeting.id(), meeting.item()));
        ask(meeting, 3, SpeechKind.SPEECH);
        call(meeting, before, null);
        meeting.call(meeting.nonPublic());

        assertThat(floor(meeting).all()).isEmpty();
        refused("floor.call.gone", () -> call(meeting, point, null));
        assertThat(database.sql("select state from floor_request where meeting_id = ? order by requested_at")
                        .param(meeting.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("ENDED", "LAPSED", "LAPSED");
    }

    @Test
    @DisplayName("is ordered by the chair if they want it, which is shown, and given back to the rules")
    void orderedByTheChair() {
        var meeting = TestMeeting.open(6, 6, context);
        var requests = IntStream.range(2, 6)
                .mapToObj(it -> ask(meeting, it, SpeechKind.SPEECH))
                .toList();

        Acting.as(meeting.chair(), () -> conduct.place(meeting.id(), requests.get(2), requests.get(0)));

        assertThat(waiting(meeting))
                .containsExactly(requests.get(2), requests.get(0), requests.get(1), requests.get(3));
        assertThat(floor(meeting).isOrderedByChair()).isTrue();
        assertThat(floor(meeting).waiting())
                .filteredOn(SpeechRequest::placedByChair)
                .extracting(SpeechRequest::id)
                .containsExactly(requests.get(2));
        Acting.as(meeting.chair(), () -> conduct.place(meeting.id(), requests.get(2), null));
        assertThat(waiting(meeting)).last().isEqualTo(requests.get(2));

        Acting.as(meeting.chair(), () -> conduct.orderByRule(meeting.id(), meeting.item()));

        assertThat(waiting(meeting)).isEqualTo(requests);
        assertThat(floor(meeting).isOrderedByChair()).isFalse();
    }

    @Test
    @DisplayName("lets women and men speak in turn where the rules say so, and groups")
    void alternates() {
        var meeting = TestMeeting.open(6, 6, rules(SpeakingOrder.ALTERNATING_GENDERS, null, null), context);
        says(meeting.member(2), Gender.MALE);
        says(meeting.member(3), Gender.MALE);
        says(meeting.member(4), Gender.FEMALE);
        var requests = IntStream.range(2, 5)
                .mapToObj(it -> ask(meeting, it, SpeechKind.SPEECH))
                .toList();
        assertThat(waiting(meeting)).containsExactly(requests.get(0), requests.get(2), requests.get(1));
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("nobody asks for somebody's gender")
                .isThrownBy(() -> Acting.as(
                        meeting.chair(), () -> context.getBean(Genders.class).of(List.of(meeting.member(2)))));

        var other = TestMeeting.open(6, 6, rules(SpeakingOrder.ALTERNATING_GROUPS, null, null), context);
        var group = other.council().organization(Classification.POLITICAL_GROUP, 3, context);
        TestCouncil.join(group, other.member(2), MembershipRole.MEMBER, context);
        TestCouncil.join(group, other.member(3), MembershipRole.MEMBER, context);
        var those = IntStream.range(2, 5)
                .mapToObj(it -> ask(other, it, SpeechKind.SPEECH))
                .toList();
        assertThat(waiting(other)).containsExactly(those.get(0), those.get(2), those.get(1));
    }

    @Test
    @DisplayName("does not call somebody whose time on the item is used up, unless the chair grants some")
    void timeUsedUp() {
        var meeting = TestMeeting.open(5, 4, rules(SpeakingOrder.BY_REQUEST, 1, null), context);
        var first = ask(meeting, 2, SpeechKind.SPEECH);
        call(meeting, first, null);
        assertThat(Objects.requireNonNull(floor(meeting).speaking()).allowed()).isEqualTo(Duration.ofMinutes(1));
        pass(61);
        Acting.as(meeting.chair(), () -> conduct.end(meeting.id(), first));
        var again = ask(meeting, 2, SpeechKind.SPEECH);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> call(meeting, again, null))
                .withMessage("floor.call.time-used-up")
                .satisfies(it -> assertThat(it.source()).hasToString("GeschO § 14"));
        Acting.as(meeting.chair(), () -> conduct.callWithExtraTime(meeting.id(), again, null));
        Acting.as(
                meeting.chair(),
                () -> conduct.extend(meeting.id(), again, Duration.ofMinutes(1), Duration.ofMinutes(1)));
        Acting.as(
                meeting.chair(),
                () -> conduct.extend(meeting.id(), again, Duration.ofMinutes(1), Duration.ofMinutes(1)));

        assertThat(Objects.requireNonNull(floor(meeting).speaking()).allowed())
                .as("pressed twice, it is given once")
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    @DisplayName("takes residents in question time only, and tells the public no name without consent")
    void residents() {
        var meeting = TestMeeting.open(5, 4, context);
        var stranger = TestCouncil.person(context);
        refused("floor.guest.no-question-time", () -> resident(meeting, "Uwe Unbekannt", false));
        Acting.as(meeting.chair(), () -> conduct.letResidentsAsk(meeting.id(), meeting.item(), true));
        refused("floor.guest.name", () -> resident(meeting, "  ", false));
        var secret = resident(meeting, "Uwe Unbekannt", false);
        resident(meeting, "Ute Offen", true);

        assertThat(namesSeenBy(meeting, meeting.member(2))).containsExactly("Uwe Unbekannt", "Ute Offen");
        assertThat(namesSeenBy(meeting, stranger)).containsExactly("", "Ute Offen");
        call(meeting, secret, null);
        assertThat(Acting.as(stranger, () -> speeches.of(meeting.id())))
                .singleElement()
                .satisfies(it -> assertThat(it.speaker().name()).isEmpty());
        assertThat(database.sql("select count(*) from audit_entry where line like '%Unbekannt%'")
                        .query(Integer.class)
                        .single())
                .as("the log knows no resident")
                .isZero();

        meeting.call(meeting.nonPublic());
        refused(
                "floor.guest.not-public",
                () -> Acting.as(
                        meeting.chair(), () -> conduct.letResidentsAsk(meeting.id(), meeting.nonPublic(), true)));
    }

    @Test
    @DisplayName("R17: of a non-public item is told to nobody who may not know of it, nor what was said on it")
    void nonPublic() {
        var meeting = TestMeeting.open(5, 4, context);
        var stranger = TestCouncil.person(context);
        meeting.call(meeting.nonPublic());
        var speech =
                Acting.as(meeting.member(2), () -> asking.ask(meeting.id(), meeting.nonPublic(), SpeechKind.SPEECH));
        call(meeting, speech, null);

        assertThat(seenBy(meeting, stranger)).isEqualTo(Floor.NONE);
        assertThat(Acting.as(stranger, () -> speeches.of(meeting.id()))).isEmpty();
        assertThat(speeches(meeting)).hasSize(1);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(stranger, () -> speeches.figures(meeting.id())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("members see figures once the meeting is over")
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> speeches.figures(meeting.id())));
        Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), meeting.revision()));
        assertThat(Acting.as(meeting.member(2), () -> speeches.figures(meeting.id()))
                        .byPerson())
                .hasSize(1);
    }

    private RequestId resident(TestMeeting meeting, String name, boolean mayBeNamed) {
        return Acting.as(
                meeting.chair(),
                () -> conduct.enterGuest(meeting.id(), meeting.item(), name, GuestKind.RESIDENT, mayBeNamed));
    }

    private RequestId ask(TestMeeting meeting, int member, SpeechKind kind) {
        return Acting.as(meeting.member(member), () -> asks(meeting, kind));
    }

    private RequestId asks(TestMeeting meeting, SpeechKind kind) {
        return asking.ask(meeting.id(), meeting.item(), kind);
    }

    private void call(TestMeeting meeting, RequestId which, @Nullable RequestId seen) {
        Acting.as(meeting.chair(), () -> conduct.call(meeting.id(), which, seen));
    }

    private static String outcome(Runnable act) {
        try {
            act.run();
            return "called";
        } catch (Refusal e) {
            return e.key();
        }
    }

    private static void refused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    private Floor floor(TestMeeting meeting) {
        return seenBy(meeting, meeting.chair());
    }

    private Floor seenBy(TestMeeting meeting, PersonId person) {
        return Acting.as(person, () -> boards.now(meeting.id()).board().part(Floor.class))
                .orElseThrow();
    }

    private List<String> namesSeenBy(TestMeeting meeting, PersonId person) {
        return seenBy(meeting, person).all().map(it -> it.speaker().name()).toList();
    }

    private List<RequestId> waiting(TestMeeting meeting) {
        return floor(meeting).waiting().stream().map(SpeechRequest::id).toList();
    }

    private List<Speech> speeches(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> speeches.of(meeting.id()));
    }

    private void pass(int seconds) {
        clock.putForwardTo(clock.instant().plusSeconds(seconds));
    }

    private void says(PersonId person, Gender gender) {
        context.getBean(Access.class).asSystem("test", () -> {
            var persons = context.getBean(PersonAdministration.class);
            var known = persons.details(person);
            persons.change(person, new PersonDetails(known.name(), known.addressForm(), known.mail(), gender));
        });
    }

    private static RulesOfProcedure rules(SpeakingOrder order, @Nullable Integer person, @Nullable Integer group) {
        return rules(new SpeakingRule(
                order, 5, 2, person, group, GroupTime.EACH, true, 30, 30, new LegalSource("GeschO", "§ 14")));
    }

    private static RulesOfProcedure rules(SpeakingRule speaking) {
        var t = THUERINGEN;
        return TestRules.with(t, speaking);
    }
}
