package de.ratssaal.circular;

import static de.ratssaal.paper.TestPapers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.rules.CircularRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R13: A resolution in writing between meetings")
class CircularResolutionsTest {

    @Autowired
    CircularConduct conduct;

    @Autowired
    CircularAnswering answering;

    @Autowired
    Circulars circulars;

    @Autowired
    EndCirculars ending;

    @Autowired
    Meetings meetings;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationContext context;

    TestCirculars city;

    @BeforeEach
    void aCity() {
        city = new TestCirculars(context);
    }

    @AfterEach
    void today() {
        clock.putForwardTo(Instant.now());
    }

    @Test
    @DisplayName("is answered by every member in text form, counted at the end by itself, and then shows who voted how")
    void wholeWay() {
        var id = city.begun(true);
        city.answers(id, city.member(0), true, Choice.YES);
        city.answers(id, city.member(1), true, Choice.YES);
        city.answers(id, city.member(2), true, Choice.NO);
        city.answers(id, city.member(3), true, Choice.ABSTENTION);
        assertThat(page(id, city.member(4)).participants())
                .as("before the end everybody sees who has answered, and nobody how")
                .allSatisfy(it -> assertThat(it.answer()).isNull())
                .filteredOn(Participant::answered)
                .hasSize(4);
        assertThat(page(id, city.member(4)).circular().count()).isNull();
        assertThat(as(city.papers.clerk, () -> circulars.page(id)).participants())
                .as("nor does the secretariat")
                .allSatisfy(it -> assertThat(it.answer()).isNull());

        ending.endAllDue();
        assertThat(page(id, city.member(4)).circular().state()).isEqualTo(CircularState.RUNNING);
        clock.putForwardTo(city.end());
        ending.endAllDue();
        ending.endAllDue();

        var ended = page(id, city.member(4));
        assertThat(ended.circular().count()).satisfies(count -> {
            assertThat(count.outcome()).isEqualTo(CircularOutcome.ADOPTED);
            assertThat(count.agreed()).isEqualTo(4);
            assertThat(count.notCast()).isEqualTo(1);
        });
        assertThat(ended.participants())
                .filteredOn(it -> it.person().equals(city.member(2)))
                .singleElement()
                .satisfies(it -> assertThat(it.answer().choice()).isEqualTo(Choice.NO));
        assertThat(audited(id, "CircularEnded")).isEqualTo(1);
    }

    @Test
    @DisplayName("does not come about without three quarters of the members, however many vote yes")
    void tooFewAgree() {
        var id = city.begun(true);
        for (var member : city.members().subList(0, 3)) {
            city.answers(id, member, true, Choice.YES);
        }
        city.answers(id, city.member(3), false, Choice.YES);
        clock.putForwardTo(city.end());
        ending.endAllDue();

        assertThat(page(id, city.member(0)).circular().count().outcome()).isEqualTo(CircularOutcome.NOT_AGREED);
    }

    @Test
    @DisplayName("is counted at once when everybody has answered and the chair closes, and not a moment before")
    void closedEarly() {
        var id = city.begun(true);
        for (var member : city.members().subList(0, 4)) {
            city.answers(id, member, true, Choice.YES);
        }
        refused(() -> Acting.as(city.city.chair(), () -> conduct.close(id)), "circular.close.answers-missing");
        city.answers(id, city.member(4), false, Choice.NO);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(city.member(3), () -> conduct.close(id)));

        Acting.as(city.city.chair(), () -> conduct.close(id));
        Acting.as(city.city.chair(), () -> conduct.close(id));

        assertThat(page(id, city.member(0)).circular().state()).isEqualTo(CircularState.DECIDED);
        refused(() -> city.answers(id, city.member(4), true, Choice.YES), "circular.over");
        refused(() -> Acting.as(city.city.chair(), () -> conduct.withdraw(id, "doch nicht")), "circular.over");
    }

    @Test
    @DisplayName("is ended by the chair without a result, with a reason")
    void withdrawn() {
        var id = city.begun(true);
        city.answers(id, city.member(0), true, Choice.YES);
        refused(
                () -> Acting.as(city.city.chair(), () -> conduct.withdraw(id, " ")),
                "circular.withdraw.reason-missing");

        Acting.as(city.city.chair(), () -> conduct.withdraw(id, "Das Wasser ist gefallen."));

        assertThat(page(id, city.member(1)).circular()).satisfies(it -> {
            assertThat(it.withdrawnFor()).isEqualTo("Das Wasser ist gefallen.");
            assertThat(it.count()).isNull();
        });
        assertThat(page(id, city.member(1)).participants())
                .allSatisfy(it -> assertThat(it.answer()).isNull());
    }

    @Nested
    @DisplayName("An answer")
    class Answers {

        @Test
        @DisplayName("can be changed until the end, and the same again changes nothing")
        void changed() {
            var id = city.begun(true);
            city.answers(id, city.member(2), true, Choice.YES);
            city.answers(id, city.member(2), true, Choice.YES);
            assertThat(audited(id, "CircularAnswered")).isEqualTo(1);
            city.answers(id, city.member(2), false, Choice.NO);

            assertThat(page(id, city.member(2)).own()).satisfies(it -> {
                assertThat(it.agrees()).isFalse();
                assertThat(it.choice()).isEqualTo(Choice.NO);
            });
            assertThat(auditLines(id)).noneMatch(it -> it.contains("NO") || it.contains("YES"));
        }

        @Test
        @DisplayName("does not count from the end on, also if nobody has counted yet")
        void late() {
            var id = city.begun(true);
            clock.putForwardTo(city.end());

            refused(() -> city.answers(id, city.member(2), true, Choice.YES), "circular.over");
        }

        @Test
        @DisplayName("is refused of guests, substitutes, strangers and who became a member later")
        void notEntitled() {
            var guest = TestCouncil.guest(city.city.council(), context);
            var substitute =
                    city.papers.asSystem(() -> TestCouncil.substitute(city.city.council(), city.member(1), context));
            var id = city.begun(true);

            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> city.answers(id, guest, true, Choice.YES));
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> city.answers(id, substitute, true, Choice.YES));
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> city.answers(id, PersonId.next(), true, Choice.YES));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(city.papers.clerk, () -> answering.answer(id, true, Choice.YES)));
        }

        @Test
        @DisplayName("that came on paper is entered by the secretariat, marked, and never over the member's own")
        void entered() {
            var id = city.begun(true);
            as(
                    city.papers.clerk,
                    () -> conduct.enterAnswer(
                            id, city.member(2), true, Choice.NO, AnswerWay.PAPER, "Brief vom 3. Mai"));
            assertThat(page(id, city.member(2)).own()).satisfies(it -> {
                assertThat(it.way()).isEqualTo(AnswerWay.PAPER);
                assertThat(it.note()).isEqualTo("Brief vom 3. Mai");
            });
            city.answers(id, city.member(2), true, Choice.YES);
            refused(
                    () -> as(
                            city.papers.clerk,
                            () -> conduct.enterAnswer(
                                    id, city.member(2), true, Choice.NO, AnswerWay.MAIL, "Mail vom 4. Mai")),
                    "circular.enter.answered-already");
            refused(
                    () -> as(
                            city.papers.clerk,
                            () -> conduct.enterAnswer(id, city.member(3), true, Choice.NO, AnswerWay.MAIL, " ")),
                    "circular.enter.note-missing");
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(
                            city.member(1),
                            () -> conduct.enterAnswer(
                                    id, city.member(3), true, Choice.NO, AnswerWay.PAPER, "gefälscht")));
        }

        @Test
        @DisplayName("of everybody at the same moment is stored and counted once for each")
        void atTheSameMoment() throws Exception {
            var id = city.begun(true);
            try (var threads = Executors.newFixedThreadPool(8)) {
                var work = city.members().stream()
                        .flatMap(member -> List.<Callable<Boolean>>of(
                                () -> answered(id, member), () -> answered(id, member), () -> answered(id, member))
                                .stream())
                        .toList();
                for (var done : threads.invokeAll(work)) {
                    assertThat(done.get()).isTrue();
                }
            }
            Acting.as(city.city.chair(), () -> conduct.close(id));

            assertThat(page(id, city.member(0)).circular().count().tally().yes())
                    .isEqualTo(5);
        }

        private boolean answered(CircularId id, PersonId member) {
            city.answers(id, member, true, Choice.YES);
            return true;
        }
    }

    @Nested
    @DisplayName("R7: Who is recused")
    class Recused {

        @Test
        @DisplayName("does not answer, and an answer given before is gone")
        void doesNotAnswer() {
            var id = city.begun(true);
            city.answers(id, city.member(2), true, Choice.YES);
            Acting.as(city.member(2), () -> answering.recuseMyself(id));
            Acting.as(city.member(2), () -> answering.recuseMyself(id));

            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> city.answers(id, city.member(2), true, Choice.YES))
                    .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 38"));
            assertThat(page(id, city.member(2)).standing()).isEqualTo(CircularPage.Standing.RECUSED);
            assertThat(page(id, city.member(2)).circular().entitled()).isEqualTo(4);
            assertThat(audited(id, "CircularMemberRecused")).isEqualTo(1);
        }

        @Test
        @DisplayName("does not see any more what is not public, and conducts nothing")
        void seesNothing() {
            var id = city.begun(false);
            Acting.as(city.city.chair(), () -> answering.recuseMyself(id));

            assertThat(Acting.as(city.city.chair(), () -> circulars.find(id))).isEmpty();
            assertThat(Acting.as(city.city.chair(), () -> circulars.list())).isEmpty();
            var open = city.begun(true);
            Acting.as(city.city.chair(), () -> answering.recuseMyself(open));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(city.city.chair(), () -> conduct.withdraw(open, "so")));
            assertThatNoException().isThrownBy(() -> Acting.as(city.member(1), () -> conduct.withdraw(open, "so")));
        }

        @Test
        @DisplayName("in error takes part again")
        void inError() {
            var id = city.begun(true);
            as(city.papers.clerk, () -> conduct.recuse(id, city.member(3)));
            as(city.papers.clerk, () -> conduct.withdrawRecusal(id, city.member(3)));

            assertThatNoException().isThrownBy(() -> city.answers(id, city.member(3), true, Choice.YES));
        }
    }

    @Nested
    @DisplayName("It is not begun")
    class NotBegun {

        @Test
        @DisplayName("where the rules know none, and the paragraph is named")
        void notAllowed() {
            var council = TestCouncil.of(3, RulesOfProcedure.NORDRHEIN_WESTFALEN, context);
            var start = new CircularStart(council.council(), null, "a", "b", "c", true, null, city.end());

            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> Acting.as(council.chair(), () -> conduct.begin(CircularId.next(), start)))
                    .satisfies(it -> assertThat(it.source()).hasToString("GO NRW § 60"));
        }

        @Test
        @DisplayName("for less time than the rules leave the members")
        void tooShort() {
            var th = RulesOfProcedure.THUERINGEN;
            var rules = TestRules.with(
                    th,
                    new CircularRule(
                            true, th.circular().agreement(), 3, th.circular().source()));
            var council = TestCouncil.of(3, rules, context);
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> Acting.as(
                            council.chair(),
                            () -> conduct.begin(
                                    CircularId.next(),
                                    inDays(council, Duration.ofDays(3).minusMinutes(1)))));
            assertThatNoException()
                    .isThrownBy(() -> Acting.as(
                            council.chair(),
                            () -> conduct.begin(
                                    CircularId.next(),
                                    inDays(council, Duration.ofDays(3).plusHours(2)))));
            refused(
                    () -> Acting.as(
                            council.chair(),
                            () -> conduct.begin(CircularId.next(), inDays(council, Duration.ofMinutes(-1)))),
                    "circular.begin.end-is-past");
        }

        private CircularStart inDays(TestCouncil council, Duration period) {
            return new CircularStart(
                    council.council(),
                    null,
                    "a",
                    "b",
                    "c",
                    true,
                    null,
                    clock.instant().plus(period));
        }

        @Test
        @DisplayName("by a member, by a stranger, without a reason, or where enough members cannot agree")
        void byOthers() {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(
                            () -> Acting.as(city.member(3), () -> conduct.begin(CircularId.next(), city.start(true))));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() ->
                            as(city.papers.committeeClerk, () -> conduct.begin(CircularId.next(), city.start(true))));
            var s = city.start(true);
            refused(
                    () -> city.begun(new CircularStart(
                            s.organization(), null, s.title(), s.wording(), " ", true, null, s.endsAt())),
                    "circular.begin.reason-missing");
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> as(
                            city.papers.committeeClerk,
                            () -> conduct.begin(
                                    CircularId.next(),
                                    new CircularStart(
                                            city.papers.committee, null, "a", "b", "c", true, null, s.endsAt()))))
                    .withMessage("circular.begin.unreachable");
        }

        @Test
        @DisplayName("publicly on a paper that is not public")
        void notPublicPaper() {
            var paper = city.papers.released(TestPapers.content(TestCirculars.SECRET, false, "Zacharias bekommt es."));
            refused(
                    () -> city.begun(
                            new CircularStart(city.city.council(), paper, "", "", "Eile", true, null, city.end())),
                    "circular.begin.paper-not-public");
        }
    }

    @Test
    @DisplayName("asks exactly what the paper proposes when it begins, and begins once")
    void wordingOfThePaper() {
        var paper = city.papers.released(TestPapers.content("Brunnen", true, "Der Brunnen wird saniert."));
        var id = CircularId.next();
        var start = new CircularStart(city.city.council(), paper, "", "", "Eile", true, null, city.end());
        as(city.papers.clerk, () -> conduct.begin(id, start));
        as(city.papers.clerk, () -> conduct.begin(id, start));

        assertThat(page(id, city.member(0)).circular()).satisfies(it -> {
            assertThat(it.title()).startsWith("Brunnen (");
            assertThat(it.question().wording()).isEqualTo("Der Brunnen wird saniert.");
            assertThat(it.paper()).isEqualTo(paper);
        });
        assertThat(audited(id, "CircularBegun")).isEqualTo(1);
        assertThat(Acting.as(city.member(0), () -> circulars.waitingForMe()))
                .extracting(CircularSummary::id)
                .containsExactly(id);
        city.answers(id, city.member(0), true, Choice.YES);
        assertThat(Acting.as(city.member(0), () -> circulars.waitingForMe())).isEmpty();
    }

    @Test
    @DisplayName("that is not public is seen by members and the secretariat alone")
    void nonPublic() {
        var guest = TestCouncil.guest(city.city.council(), context);
        var id = city.adopted(false);

        for (var outsider : List.of(guest, city.papers.committeeMember.person(), city.papers.stranger.person())) {
            assertThat(Acting.as(outsider, () -> circulars.find(id))).isEmpty();
            assertThat(Acting.as(outsider, () -> circulars.list())).isEmpty();
            assertThat(Acting.as(outsider, () -> circulars.of(city.city.council())))
                    .isEmpty();
        }
        assertThat(as(city.papers.committeeClerk, () -> circulars.find(id))).isEmpty();
        assertThat(Acting.as(city.member(3), () -> circulars.find(id))).isPresent();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(city.member(3), () -> circulars.publicView(id)));
        assertThat(city.papers.asSystem(() -> circulars.publicView(id))).isEmpty();
    }

    @Test
    @DisplayName("is put on the agenda of the next meeting as information, once, and non-public if it is not public")
    void announced() {
        var meeting = city.papers.meetingOf(city.city.council());
        var id = city.adopted(false);
        assertThat(as(city.papers.clerk, () -> circulars.toAnnounce(city.city.council())))
                .extracting(CircularSummary::id)
                .containsExactly(id);
        assertThat(as(city.papers.clerk, () -> conduct.whereToAnnounce(id)))
                .singleElement()
                .satisfies(it -> assertThat(it.id()).isEqualTo(meeting));

        as(city.papers.clerk, () -> conduct.announce(id, meeting));
        as(city.papers.clerk, () -> conduct.announce(id, meeting));

        assertThat(as(city.papers.clerk, () -> meetings.agenda(meeting)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.isPublic()).isFalse();
                    assertThat(it.title()).endsWith(TestCirculars.SECRET);
                });
        assertThat(as(city.papers.clerk, () -> circulars.toAnnounce(city.city.council())))
                .isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(city.member(3), () -> conduct.announce(id, meeting)));
    }

    @Nested
    @DisplayName("The database refuses")
    class Constraints {

        @Test
        @DisplayName("a vote of somebody not entitled, a second answer, and an answer of a recused member")
        void answers() {
            var id = city.begun(true);
            var now = "now()";
            notStored(() -> insert(id, PersonId.next(), now));
            city.answers(id, city.member(0), true, Choice.YES);
            notStored(() -> insert(id, city.member(0), now));
            as(city.papers.clerk, () -> conduct.recuse(id, city.member(1)));
            notStored(() -> insert(id, city.member(1), now));
            notStored(() -> insert(id, city.member(2), "now() + interval '30 days'"));
        }

        @Test
        @DisplayName("answers and recusals after the end, and any change of what was counted")
        void afterTheEnd() {
            var id = city.adopted(true);
            notStored(() -> update("update circular_answer set choice = 'NO' where circular_id = ?", id));
            notStored(() -> update("delete from circular_answer where circular_id = ?", id));
            notStored(() -> update(
                    "insert into circular_recusal select circular_id, person_id, 'x', now() from circular_member where circular_id = ?",
                    id));
            notStored(() -> update("update circular_resolution set yes = 4, no = 1 where id = ?", id));
            notStored(() -> update("update circular_resolution set state = 'RUNNING' where id = ?", id));
            notStored(() -> update("update circular_resolution set wording = 'anders' where id = ?", id));
            notStored(() -> update("delete from circular_resolution where id = ?", id));
        }

        @Test
        @DisplayName("somebody who is entitled only later, and a count that is not what was answered")
        void laterMembers() {
            var id = city.begun(true);
            notStored(() -> transaction.executeWithoutResult(
                    running -> update("insert into circular_member values (?, gen_random_uuid())", id)));
            notStored(() -> update("delete from circular_member where circular_id = ?", id));
            notStored(() -> update("""
                    update circular_resolution set state = 'DECIDED', ended_at = ends_at, recused = 0, recused_votes = 0, agreed = 5,
                        objected = 0, yes = 5, no = 0, abstentions = 0, outcome = 'ADOPTED' where id = ?
                    """, id));
            notStored(() -> update("""
                    update circular_resolution set state = 'DECIDED', ended_at = began_at, recused = 0, recused_votes = 0, agreed = 0,
                        objected = 0, yes = 0, no = 0, abstentions = 0, outcome = 'NOT_AGREED' where id = ?
                    """, id));
        }

        private void insert(CircularId id, PersonId person, String at) {
            database.sql("insert into circular_answer values (?, ?, true, 'YES', 'DEVICE', '', 'x', " + at + ")")
                    .params(id.value(), person.value())
                    .update();
        }

        private void update(String statement, CircularId id) {
            database.sql(statement).param(id.value()).update();
        }

        private static void notStored(ThrowingCallable act) {
            assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(act);
        }
    }

    private CircularPage page(CircularId id, PersonId who) {
        return Acting.as(who, () -> circulars.page(id));
    }

    private static void refused(ThrowingCallable act, String key) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(it -> assertThat(it.key()).isEqualTo(key));
    }

    private long audited(CircularId id, String type) {
        return database.sql("select count(*) from audit_entry where subject = ? and type like ?")
                .params("circular/" + id, "%" + type)
                .query(Long.class)
                .single();
    }

    private List<String> auditLines(CircularId id) {
        return database.sql("select line from audit_entry where subject = ?")
                .param("circular/" + id)
                .query(String.class)
                .list();
    }
}
