package de.ratssaal.circular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.Majority;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.rules.WeightRule;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R13, BGB § 35: A resolution in writing where members have several votes")
class CircularWeightsTest {

    private static final LegalSource STATUTES = new LegalSource("Satzung", "§ 9");

    /** Three quarters of the members agree to the procedure. */
    private static final RulesOfProcedure OF_MEMBERS =
            TestRules.with(RulesOfProcedure.THUERINGEN, new WeightRule(true, false, STATUTES));

    /** Three quarters of the votes do. */
    private static final RulesOfProcedure OF_VOTES =
            TestRules.with(RulesOfProcedure.THUERINGEN, new WeightRule(true, true, STATUTES));

    @Autowired
    ApplicationContext context;

    @Autowired
    CircularConduct conduct;

    @Autowired
    CircularAnswering answering;

    @Autowired
    Circulars circulars;

    @Autowired
    EndCirculars ending;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @AfterEach
    void today() {
        clock.putForwardTo(Instant.now());
    }

    private CircularId begun(TestCouncil council, @Nullable Majority majority) {
        var id = CircularId.next();
        Acting.as(
                council.chair(),
                () -> conduct.begin(
                        id,
                        new CircularStart(
                                council.council(),
                                null,
                                "Beitrag",
                                "Der Beitrag steigt.",
                                "Die Frist läuft ab.",
                                true,
                                majority,
                                clock.instant().plus(Duration.ofDays(6)))));
        return id;
    }

    private void answers(CircularId id, PersonId member, boolean agrees, Choice choice) {
        Acting.as(member, () -> answering.answer(id, agrees, choice));
    }

    private CircularCount counted(TestCouncil council, CircularId id) {
        clock.putForwardTo(clock.instant().plus(Duration.ofDays(6)));
        ending.endAllDue();
        var count = page(council, id).circular().count();
        assertThat(count).isNotNull();
        return count;
    }

    private CircularPage page(TestCouncil council, CircularId id) {
        return Acting.as(council.members().get(1), () -> circulars.page(id));
    }

    @Test
    @DisplayName("counts each answer with the member's votes; to decide in writing the members agree, each once")
    void byWeight() {
        var council = TestCouncil.weighted(OF_MEMBERS, context, 5, 3, 1, 1);
        var id = begun(council, null);
        answers(id, council.members().get(0), true, Choice.NO);
        answers(id, council.members().get(1), true, Choice.YES);
        answers(id, council.members().get(2), true, Choice.YES);
        assertThat(page(council, id).weight()).isEqualTo(3);

        var count = counted(council, id);

        assertThat(count.agreed()).as("of four members").isEqualTo(3);
        assertThat(count.needed()).isEqualTo(3);
        assertThat(count.tally()).isEqualTo(new Tally(4, 5, 0));
        assertThat(count.notCast()).isOne();
        assertThat(count.outcome())
                .as("two members against one, four votes against five")
                .isEqualTo(CircularOutcome.REJECTED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                context.getBean(PublicRegister.class).circular(id))
                        .hasValueSatisfying(it -> {
                            assertThat(it.ofVotes()).isFalse();
                            assertThat(it.count(Choice.NO)).isEqualTo(5);
                            assertThat(it.vote().notCast()).isOne();
                        }));
    }

    @Test
    @DisplayName(
            "is agreed to with votes where the statutes count those for the quorum, whose place the agreement takes")
    void agreedByVotes() {
        for (var rules : new RulesOfProcedure[] {OF_VOTES, OF_MEMBERS}) {
            var council = TestCouncil.weighted(rules, context, 5, 3, 1, 1);
            var id = begun(council, null);
            answers(id, council.members().get(0), true, Choice.YES);
            answers(id, council.members().get(1), true, Choice.YES);
            answers(id, council.members().get(2), false, Choice.NO);

            var count = counted(council, id);

            var ofVotes = rules == OF_VOTES;
            assertThat(count.needed()).isEqualTo(ofVotes ? 8 : 3);
            assertThat(count.agreed()).isEqualTo(ofVotes ? 8 : 2);
            assertThat(count.outcome()).isEqualTo(ofVotes ? CircularOutcome.ADOPTED : CircularOutcome.NOT_AGREED);
        }
    }

    @Test
    @DisplayName(
            "needs a majority of all votes where the matter does; a recused member's votes stay among them and are not cast")
    void majorityOfAllVotes() {
        var council = TestCouncil.weighted(OF_VOTES, context, 2, 8, 5, 5);
        var id = begun(council, Majority.OF_MEMBERS);
        Acting.as(council.members().get(0), () -> answering.recuseMyself(id));
        answers(id, council.members().get(1), true, Choice.YES);
        answers(id, council.members().get(2), true, Choice.NO);
        answers(id, council.members().get(3), true, Choice.ABSTENTION);

        Acting.as(council.members().get(1), () -> conduct.close(id));

        assertThat(page(council, id).circular().count()).satisfies(it -> {
            assertThat(it.tally()).isEqualTo(new Tally(8, 5, 5));
            assertThat(it.recused()).isOne();
            assertThat(it.notCast()).isZero();
            assertThat(it.votes()).isEqualTo(new CircularVotes(20, 18, true));
            assertThat(it.outcome()).as("8 of 20 votes").isEqualTo(CircularOutcome.REJECTED);
        });
    }

    @Test
    @DisplayName("cannot come about any more once a member is recused whose votes it takes")
    void unreachable() {
        var rules = TestRules.with(OF_VOTES, RulesOfProcedure.ASSOCIATION.circular());
        assertThat(rules.circular().agreement()).isEqualTo(Fraction.WHOLE);
        var council = TestCouncil.weighted(rules, context, 5, 3);
        var id = begun(council, null);
        Acting.as(council.members().get(0), () -> answering.recuseMyself(id));
        assertThat(page(council, id).circular().canBeAgreed()).isFalse();
    }

    @Test
    @DisplayName(
            "has the votes that members had when it began, whatever changes since; where each has one by the rules, it is one")
    void fixed() {
        var council = TestCouncil.weighted(OF_VOTES, context, 5, 3, 1, 1);
        var id = begun(council, null);
        var now = LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE);
        context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(OrganizationAdministration.class)
                                .adoptRules(council.council(), RulesOfProcedure.THUERINGEN, now));
        assertThat(page(council, id).circular().votes()).isEqualTo(new CircularVotes(10, 10, true));
        assertThat(page(council, begun(council, null)).circular().votes()).isEqualTo(new CircularVotes(4, 4, false));
        for (var sql : new String[] {
            "update circular_member set weight = 9 where circular_id = ?",
            "update circular_resolution set votes = 40 where id = ?",
            "update circular_resolution set of_votes = false where id = ?",
            """
            update circular_resolution set state = 'DECIDED', ended_at = ends_at, recused = 0, recused_votes = 0,
                agreed = 9, objected = 0, yes = 9, no = 0, abstentions = 0, outcome = 'ADOPTED' where id = ?"""
        }) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql(sql).param(id.value()).update());
        }
    }

    @Test
    @DisplayName(
            "knows no votes left to others: what was left for a meeting is not an answer, and nobody answers for the member")
    void nobodyAnswersForAnother() {
        var rules = TestRules.with(OF_VOTES, new DelegationRule(2, true, STATUTES));
        var meeting = TestMeeting.weighted(3, rules, context, 5, 3, 1, 4);
        Acting.as(
                meeting.member(3),
                () -> context.getBean(Delegating.class)
                        .give(DelegationId.next(), meeting.id(), null, meeting.member(3), meeting.member(1)));
        var id = begun(meeting.council(), null);
        answers(id, meeting.member(1), true, Choice.YES);

        assertThat(page(meeting.council(), id).participants())
                .filteredOn(Participant::answered)
                .extracting(Participant::person)
                .containsExactly(meeting.member(1));
        assertThat(Acting.as(meeting.member(3), () -> circulars.page(id)).standing())
                .isEqualTo(CircularPage.Standing.ENTITLED);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> answers(id, meeting.appointSubstituteFor(meeting.member(3)), true, Choice.YES));
        assertThat(counted(meeting.council(), id).tally()).isEqualTo(new Tally(3, 0, 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("counts as plain reckoning does, whoever answers, objects and is recused; the database agrees")
    void counts(long seed) {
        var random = new Random(seed);
        var weights = random.ints(7, 1, 6).toArray();
        var ofVotes = seed % 2 == 0;
        var council = TestCouncil.weighted(ofVotes ? OF_VOTES : OF_MEMBERS, context, weights);
        var id = begun(council, null);
        var recused = random.nextInt(3) == 0 ? 2 + random.nextInt(5) : -1;
        if (recused >= 0) {
            Acting.as(council.members().get(recused), () -> answering.recuseMyself(id));
        }
        var votes = new HashMap<Choice, Integer>();
        var agreed = 0;
        for (var member : IntStream.range(0, 7).filter(it -> it != recused).toArray()) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            var agrees = random.nextInt(5) > 0;
            var choice = Choice.values()[random.nextInt(3)];
            answers(id, council.members().get(member), agrees, choice);
            votes.merge(choice, weights[member], Integer::sum);
            agreed += agrees ? ofVotes ? weights[member] : 1 : 0;
        }

        var count = counted(council, id);

        assertThat(count.agreed()).isEqualTo(agreed);
        assertThat(count.tally())
                .isEqualTo(new Tally(
                        votes.getOrDefault(Choice.YES, 0),
                        votes.getOrDefault(Choice.NO, 0),
                        votes.getOrDefault(Choice.ABSTENTION, 0)));
        var all = ofVotes ? IntStream.of(weights).sum() : 7;
        assertThat(count.isAgreed()).isEqualTo(agreed * 4 >= all * 3);
    }
}
