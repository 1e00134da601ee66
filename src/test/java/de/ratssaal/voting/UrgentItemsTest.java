package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.distribution.Supplements;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R3: What the invited were not told of in time")
class UrgentItemsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    UrgentItems urgent;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Supplements supplements;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private record Late(TestMeeting meeting, AgendaItemId item) {}

    /** An item is added after the invitation. */
    private Late with(int members, int present, Consumer<TestMeeting> told) {
        return with(members, present, RulesOfProcedure.THUERINGEN, told);
    }

    private Late with(int members, int present, RulesOfProcedure rules, Consumer<TestMeeting> told) {
        var added = new AtomicReference<AgendaItemId>();
        var meeting = TestMeeting.open(members, present, rules, context, it -> {
            added.set(planning.addItem(it.id(), null, true, "Nachtrag"));
            told.accept(it);
        });
        var item = added.get();
        meeting.call(item);
        return new Late(meeting, item);
    }

    private static void isOpened(Late late) {
        assertThat(late.meeting().openPoll(late.item())).isNotNull();
    }

    private static void isNotOpened(Late late) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> late.meeting().openPoll(late.item()))
                .withMessage("voting.urgent.not-on-agenda")
                .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 35"));
    }

    @Test
    @DisplayName("is voted on like any other if a supplement told it within the period")
    void toldInTime() {
        isOpened(with(5, 4, it -> supplements.send(it.id(), "")));
    }

    @Test
    @DisplayName("is not voted on if nobody was told, or only two days before")
    void toldLate() {
        isNotOpened(with(5, 4, it -> {}));
        isNotOpened(with(5, 4, it -> {
            clock.putForwardTo(clock.instant().plus(Duration.ofDays(5)));
            supplements.send(it.id(), "");
        }));
    }

    @Test
    @DisplayName("is voted on if all members are present and nobody objects, and not if one is missing")
    void nobodyObjects() {
        var late = with(4, 3, it -> {});
        var meeting = late.meeting();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> urgent.nobodyObjects(meeting.id(), late.item())))
                .withMessage("voting.urgent.not-all-present");
        isNotOpened(late);

        meeting.arrive(meeting.member(3), Place.ROOM);
        Acting.as(meeting.chair(), () -> urgent.nobodyObjects(meeting.id(), late.item()));
        Acting.as(meeting.chair(), () -> urgent.nobodyObjects(meeting.id(), late.item()));

        isOpened(late);
        assertThat(database.sql("select line from audit_entry where type = 'voting.ItemAdmitted' and line like ?")
                        .param("item " + late.item() + "%")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("nobody objected");
    }

    @Test
    @DisplayName(
            "is not admitted as undisputed while somebody left their vote to another, who cannot say that they do not object")
    void nobodyObjectsForAnother() {
        var source = new LegalSource("Satzung", "§ 9");
        var late =
                with(4, 3, TestRules.with(RulesOfProcedure.THUERINGEN, new DelegationRule(1, true, source)), it -> {});
        var meeting = late.meeting();
        Acting.as(
                meeting.member(3),
                () -> context.getBean(Delegating.class)
                        .give(DelegationId.next(), meeting.id(), null, meeting.member(3), meeting.member(1)));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> urgent.nobodyObjects(meeting.id(), late.item())))
                .withMessage("voting.urgent.not-all-present");
        isNotOpened(late);
        found(late, new Tally(4, 0, 0));
        isOpened(late);
    }

    @Test
    @DisplayName("is voted on if two thirds of those present find it urgent, and not with fewer")
    void foundUrgent() {
        var late = with(7, 6, it -> {});
        var meeting = late.meeting();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> found(late, new Tally(3, 2, 1)))
                .withMessage("voting.urgent.not-enough");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> found(late, new Tally(7, 0, 0)))
                .withMessage("voting.urgent.too-many");
        isNotOpened(late);

        found(late, new Tally(4, 2, 0));

        assertThat(Acting.as(meeting.chair(), () -> urgent.isBarred(meeting.id(), late.item())))
                .isFalse();
        isOpened(late);
    }

    @Test
    @DisplayName("is admitted by those who conduct the meeting alone")
    void byNobodyElse() {
        var late = with(3, 3, it -> {});
        var meeting = late.meeting();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> urgent.nobodyObjects(meeting.id(), late.item())));
        isNotOpened(late);
    }

    private void found(Late late, Tally votes) {
        Acting.as(
                late.meeting().chair(), () -> urgent.foundUrgent(late.meeting().id(), late.item(), votes));
    }
}
