package de.ratssaal.support;

import static de.ratssaal.amendment.TestAmendments.BENCHES;
import static de.ratssaal.amendment.TestAmendments.FOUNTAIN;
import static de.ratssaal.amendment.TestAmendments.TREES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.amendment.AmendmentState;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.chamber.Boards;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.Backing;
import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SupportNeeded;
import de.ratssaal.rules.SupportRule;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voteorder.VotesOnParts;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.MotionState;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import de.ratssaal.voting.UrgentItems;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
@DisplayName("Support of what is moved in a meeting")
class SupportingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Supporting supporting;

    @Autowired
    ProceduralMotions motions;

    @Autowired
    PollConduct polls;

    @Autowired
    VotesOnParts parts;

    @Autowired
    AmendmentDecisions decisions;

    @Autowired
    Amendments amendments;

    @Autowired
    List<ItemCourse> courses;

    @Autowired
    UrgentItems urgent;

    @Autowired
    Boards boards;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName(
            "R9: a roll call is obtained by as many as press, the rules' share of those present, and the mover is one")
    void rollCall() {
        var meeting = TestMeeting.open(8, 8, context);
        var demand = move(meeting, 2, MotionKind.ROLL_CALL);
        // a quarter of 8 present are 2
        assertThat(on(meeting, demand).count().needed()).isEqualTo(2);
        assertThat(on(meeting, demand).count().counted()).isOne();
        notEnough("ThürKO § 39", () -> establish(meeting, demand));

        support(meeting, 3, demand);
        support(meeting, 3, demand);
        assertThat(on(meeting, demand).count().counted()).isEqualTo(2);
        establish(meeting, demand);

        assertThat(Acting.as(meeting.chair(), () -> motions.of(meeting.id())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.state()).isEqualTo(MotionState.ADOPTED);
                    assertThat(it.asking()).isEqualTo(2);
                });
    }

    @Test
    @DisplayName("a motion on the procedure is put to the vote with enough supporters only, on devices or by hands")
    void motionOnProcedure() {
        var meeting = TestMeeting.open(6, 6, rules(Backing.of(3), Backing.NONE, Backing.NONE), context);
        var motion = move(meeting, 2, MotionKind.DEFER);
        support(meeting, 3, motion);
        var id = new MotionId(motion.id());

        notEnough("GeschO § 8", () -> Acting.as(meeting.chair(), () -> polls.putToVote(id, "Vertagen?")));
        notEnough("GeschO § 8", () -> Acting.as(meeting.chair(), () -> motions.count(id, new Tally(5, 0, 0))));

        Acting.as(meeting.chair(), () -> supporting.enter(meeting.id(), meeting.item(), motion, meeting.member(4)));
        Acting.as(meeting.chair(), () -> polls.putToVote(id, "Vertagen?"));

        assertThat(on(meeting, motion).isPutToVote()).isTrue();
        refused("support.put-to-vote", () -> withdraw(meeting, 3, motion));
        refused("support.put-to-vote", () -> support(meeting, 5, motion));
        Acting.as(meeting.member(4), () -> meeting.attendance().leave(meeting.id(), meeting.member(4)));
        assertThat(on(meeting, motion).count().counted())
                .as("who leaves during the vote supported it when it was put to the vote")
                .isEqualTo(3);
    }

    @Test
    @DisplayName("withdrawn before the vote counts no more, nor that of who left, until they are back")
    void withdrawn() {
        var meeting = TestMeeting.open(6, 6, rules(Backing.of(3), Backing.NONE, Backing.NONE), context);
        var motion = move(meeting, 2, MotionKind.DEFER);
        support(meeting, 3, motion);
        support(meeting, 4, motion);
        assertThat(on(meeting, motion).count().isReached()).isTrue();

        withdraw(meeting, 4, motion);
        withdraw(meeting, 4, motion);
        assertThat(on(meeting, motion).count().isReached()).isFalse();
        support(meeting, 4, motion);
        Acting.as(meeting.member(3), () -> meeting.attendance().leave(meeting.id(), meeting.member(3)));
        assertThat(on(meeting, motion).count().counted()).isEqualTo(2);
        notEnough(
                "GeschO § 8",
                () -> Acting.as(meeting.chair(), () -> polls.putToVote(new MotionId(motion.id()), "Vertagen?")));
        meeting.arrive(meeting.member(3), Place.ROOM);
        assertThat(on(meeting, motion).count().isReached()).isTrue();
        assertThat(database.sql("select count(*) from support_support where subject_id = ?")
                        .param(motion.id())
                        .query(Integer.class)
                        .single())
                .as("what was withdrawn stays on record")
                .isEqualTo(3);
    }

    @Test
    @DisplayName("is given by those alone who are present, entitled and not recused, each for themselves")
    void whoMay() {
        var meeting = TestMeeting.open(6, 5, rules(Backing.of(3), Backing.NONE, Backing.NONE), context);
        var motion = move(meeting, 2, MotionKind.DEFER);
        violated("support.absent", () -> support(meeting, 5, motion));
        var guest = meeting.invitedGuest();
        meeting.isEntered(guest, Place.ROOM);
        violated("support.no-right", () -> support(meeting, guest, motion));
        Acting.as(
                meeting.member(4), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(4)));
        violated("support.recused", () -> support(meeting, 4, motion));
        violated(
                "support.recused",
                () -> Acting.as(
                        meeting.chair(),
                        () -> supporting.enter(meeting.id(), meeting.item(), motion, meeting.member(4))));

        assertThatExceptionOfType(AccessDeniedException.class)
                .as("nobody enters others but the desk")
                .isThrownBy(() -> Acting.as(
                        meeting.member(2),
                        () -> supporting.enter(meeting.id(), meeting.item(), motion, meeting.member(3))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(
                        meeting.member(2),
                        () -> supporting.enterWithdrawal(meeting.id(), meeting.item(), motion, meeting.member(3))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        Acting.as(meeting.member(2), () -> supporting.establish(meeting.id(), meeting.item(), motion)));
        assertThat(on(meeting, motion).count().counted()).isOne();
        refused(
                "support.nothing-to-support",
                () -> support(
                        meeting,
                        3,
                        new Subject(SupportKind.PROCEDURE, MotionId.next().value())));
        refused(
                "support.not-at-hand",
                () -> Acting.as(
                        meeting.member(3), () -> supporting.support(meeting.id(), meeting.nonPublic(), motion)));
    }

    @Test
    @DisplayName("a member's amendment is decided on with enough supporters only; a political group is enough")
    void amendment() {
        var on = TestAmendments.before(context, rules(Backing.NONE, Backing.of(Fraction.HALF), Backing.NONE));
        var meeting = on.meeting;
        var amendment = on.submitted(2, FOUNTAIN.replace("2028", "2031"), BENCHES, TREES);
        var subject = new Subject(SupportKind.AMENDMENT, amendment.value());
        // half of 5 present are 3
        assertThat(on(meeting, subject).count().needed()).isEqualTo(3);
        notEnough("GeschO § 9", () -> Acting.as(meeting.chair(), () -> parts.putToVote(on.item, amendment)));
        notEnough(
                "GeschO § 9",
                () -> Acting.as(meeting.chair(), () -> decisions.decide(amendment, on.item, AmendmentOutcome.ADOPTED)));

        var group = meeting.council().organization(Classification.POLITICAL_GROUP, 2, context);
        TestCouncil.join(group, meeting.member(2), MembershipRole.MEMBER, context);
        TestCouncil.join(group, meeting.member(3), MembershipRole.MEMBER, context);
        assertThat(on(meeting, subject).count().isReached()).isFalse();
        support(meeting, 3, subject);
        assertThat(on(meeting, subject).count().byGroup()).isTrue();

        var poll = Acting.as(meeting.chair(), () -> parts.putToVote(on.item, amendment));
        Acting.as(meeting.chair(), () -> polls.enterCount(poll, new Tally(4, 1, 0)));
        Acting.as(meeting.member(3), () -> meeting.attendance().leave(meeting.id(), meeting.member(3)));
        Acting.as(meeting.chair(), () -> polls.enterCount(poll, new Tally(3, 1, 0)));
        Acting.as(meeting.chair(), () -> polls.close(poll));
        assertThat(Acting.as(meeting.chair(), () -> boards.now(meeting.id()))
                        .board()
                        .closedPolls())
                .isEmpty();
    }

    @Test
    @DisplayName("that too few support a motion is established: nobody votes on it, and it is kept how many there were")
    void motionNotSupported() {
        var meeting = TestMeeting.open(6, 6, rules(Backing.of(3), Backing.NONE, Backing.NONE), context);
        var motion = move(meeting, 2, MotionKind.DEFER);
        support(meeting, 3, motion);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(
                        meeting.member(2), () -> supporting.establishMissing(meeting.id(), meeting.item(), motion)));

        establishMissing(meeting, motion);
        assertThat(Acting.as(meeting.chair(), () -> motions.of(meeting.id())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.state()).isEqualTo(MotionState.NOT_SUPPORTED);
                    assertThat(it.votes()).isNull();
                });
        refused("support.nothing-to-support", () -> support(meeting, 4, motion));
        assertThat(database.sql(
                                "select cardinality(supporters) from support_found where subject_id = ? and not is_enough")
                        .param(motion.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        var enough = move(meeting, 3, MotionKind.DEFER);
        support(meeting, 4, enough);
        support(meeting, 5, enough);
        refused("support.not-lacking", () -> establishMissing(meeting, enough));
        refused(
                "support.not-lacking",
                () -> Acting.as(meeting.chair(), () -> motions.notSupported(new MotionId(enough.id()))));
        var demand = move(meeting, 2, MotionKind.ROLL_CALL);
        refused("support.is-demand", () -> establishMissing(meeting, demand));
    }

    @Test
    @DisplayName("a motion that needs nobody, or an amendment that does not, cannot be set aside so")
    void needsNobody() {
        var meeting = TestMeeting.open(6, 6, context);
        var id = MotionId.next();
        Acting.as(meeting.member(2), () -> motions.move(id, meeting.id(), meeting.item(), MotionKind.DEFER, ""));
        refused("support.not-lacking", () -> Acting.as(meeting.chair(), () -> motions.notSupported(id)));
        var on = TestAmendments.before(context, rules(Backing.NONE, Backing.NONE, Backing.NONE));
        var amendment = on.submitted(2, FOUNTAIN.replace("2028", "2031"), BENCHES, TREES);
        refused(
                "support.not-lacking",
                () -> Acting.as(
                        on.meeting.chair(),
                        () -> decisions.decide(amendment, on.item, AmendmentOutcome.NOT_SUPPORTED)));
    }

    @Test
    @DisplayName("an amendment that too few support is set aside, and that stands in the minutes")
    void amendmentNotSupported() {
        var on = TestAmendments.before(context, rules(Backing.NONE, Backing.of(Fraction.HALF), Backing.NONE));
        var meeting = on.meeting;
        var amendment = on.submitted(2, FOUNTAIN.replace("2028", "2031"), BENCHES, TREES);
        var subject = new Subject(SupportKind.AMENDMENT, amendment.value());

        Acting.as(meeting.chair(), () -> supporting.establishMissing(meeting.id(), on.item, subject));
        adoptedIsRefused(on, amendment);
        Acting.as(meeting.chair(), () -> decisions.decide(amendment, on.item, AmendmentOutcome.NOT_SUPPORTED));
        adoptedIsRefused(on, amendment);

        assertThat(access.asSystem("test", () -> amendments.decisions(on.item)).get(amendment))
                .satisfies(it -> assertThat(it.outcome()).isEqualTo(AmendmentOutcome.NOT_SUPPORTED));
        assertThat(access.asSystem("test", () -> amendments.amendment(amendment))
                        .amendment()
                        .state())
                .isEqualTo(AmendmentState.NOT_SUPPORTED);
        assertThat(access.asSystem(
                        "test",
                        () -> courses.stream()
                                .map(it -> it.of(meeting.id(), true).getOrDefault(on.item, List.of()))
                                .flatMap(List::stream)
                                .toList()))
                .anyMatch(it -> it.contains("nicht genügend unterstützt"));
    }

    /** What too few supported is not noted as adopted afterwards, nor put to the vote: the number was established. */
    private void adoptedIsRefused(TestAmendments on, AmendmentId amendment) {
        var chair = on.meeting.chair();
        notEnough(
                "GeschO § 9",
                () -> Acting.as(chair, () -> decisions.decide(amendment, on.item, AmendmentOutcome.ADOPTED)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(chair, () -> parts.putToVote(on.item, amendment)));
    }

    private void establishMissing(TestMeeting meeting, Subject subject) {
        Acting.as(meeting.chair(), () -> supporting.establishMissing(meeting.id(), meeting.item(), subject));
    }

    @Test
    @DisplayName("R3: that an item is urgent is voted on once enough members moved it")
    void urgency() {
        var late = new AtomicReference<AgendaItemId>();
        var meeting = TestMeeting.open(
                6,
                6,
                rules(Backing.NONE, Backing.NONE, Backing.of(2)),
                context,
                it -> late.set(context.getBean(MeetingPlanning.class).addItem(it.id(), null, true, "Hochwasser")));
        var item = late.get();
        meeting.call(item);
        var subject = new Subject(SupportKind.URGENCY, item.value());
        Acting.as(meeting.member(2), () -> supporting.support(meeting.id(), item, subject));
        notEnough(
                "GeschO § 10",
                () -> Acting.as(meeting.chair(), () -> urgent.foundUrgent(meeting.id(), item, new Tally(6, 0, 0))));
        Acting.as(meeting.member(3), () -> supporting.support(meeting.id(), item, subject));

        Acting.as(meeting.chair(), () -> urgent.foundUrgent(meeting.id(), item, new Tally(6, 0, 0)));

        assertThat(Acting.as(meeting.chair(), () -> urgent.isBarred(meeting.id(), item)))
                .isFalse();
        assertThat(supports(meeting).find(subject)).isEmpty();
    }

    @Test
    @DisplayName("R17: on a non-public item, and of a motion to exclude the public, is told to nobody outside")
    void notPublic() {
        var meeting = TestMeeting.open(6, 6, rules(Backing.of(2), Backing.NONE, Backing.NONE), context);
        move(meeting, 2, MotionKind.EXCLUDE_PUBLIC);
        var board = boards.publicPartNow(meeting.id()).board();
        assertThat(board.part(Supports.class))
                .hasValueSatisfying(it -> assertThat(it.all()).isEmpty());
        assertThat(supports(meeting).all()).hasSize(1);
    }

    @Test
    @DisplayName("cannot be counted twice, nor changed once it is put to the vote, whatever writes to the database")
    void stored() {
        var meeting = TestMeeting.open(6, 6, rules(Backing.of(2), Backing.NONE, Backing.NONE), context);
        var motion = move(meeting, 2, MotionKind.DEFER);
        support(meeting, 3, motion);
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> insert(meeting, motion, 3));
        Acting.as(meeting.chair(), () -> polls.putToVote(new MotionId(motion.id()), "Vertagen?"));
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> insert(meeting, motion, 4));
        for (var sql : List.of(
                "delete from support_support where subject_id = ?",
                "update support_support set withdrawn_at = now() + interval '10 years' where subject_id = ?",
                "delete from support_found where subject_id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql(sql).param(motion.id()).update());
        }
    }

    private void insert(TestMeeting meeting, Subject subject, int member) {
        database.sql("""
                        insert into support_support (meeting_id, item_id, kind, subject_id, person_id, entered_for, given_at)
                        values (?, ?, ?, ?, ?, false, now())
                        """)
                .params(
                        meeting.id().value(),
                        meeting.item().value(),
                        subject.kind().name(),
                        subject.id(),
                        meeting.member(member).value())
                .update();
    }

    private Subject move(TestMeeting meeting, int member, MotionKind kind) {
        var id = MotionId.next();
        Acting.as(meeting.member(member), () -> motions.move(id, meeting.id(), meeting.item(), kind, ""));
        return new Subject(SupportKind.PROCEDURE, id.value());
    }

    private void support(TestMeeting meeting, int member, Subject subject) {
        support(meeting, meeting.member(member), subject);
    }

    private void support(TestMeeting meeting, PersonId person, Subject subject) {
        Acting.as(person, () -> supporting.support(meeting.id(), meeting.item(), subject));
    }

    private void withdraw(TestMeeting meeting, int member, Subject subject) {
        Acting.as(meeting.member(member), () -> supporting.withdraw(meeting.id(), meeting.item(), subject));
    }

    private void establish(TestMeeting meeting, Subject subject) {
        Acting.as(meeting.chair(), () -> supporting.establish(meeting.id(), meeting.item(), subject));
    }

    private Supports supports(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> boards.now(meeting.id()))
                .board()
                .part(Supports.class)
                .orElseThrow();
    }

    private Supported on(TestMeeting meeting, Subject subject) {
        return supports(meeting).find(subject).orElseThrow();
    }

    private static void refused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    private static void violated(String key, Runnable act) {
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(act::run).withMessage(key);
    }

    private static void notEnough(String source, Runnable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act::run)
                .withMessage("support.not-enough")
                .satisfies(it -> assertThat(it.source()).hasToString(source));
    }

    private static RulesOfProcedure rules(Backing procedure, Backing amendment, Backing urgency) {
        var t = RulesOfProcedure.THUERINGEN;
        return TestRules.with(
                t,
                new SupportRule(
                        needed(procedure, "§ 8"),
                        needed(amendment, "§ 9"),
                        needed(urgency, "§ 10"),
                        needed(Backing.NONE, "§ 11")));
    }

    private static SupportNeeded needed(Backing backing, String section) {
        return new SupportNeeded(backing, false, true, new LegalSource("GeschO", section));
    }
}
