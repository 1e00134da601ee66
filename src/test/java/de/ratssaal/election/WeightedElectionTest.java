package de.ratssaal.election;

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
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.rules.WeightRule;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("BGB §§ 35, 38, 40: An election on paper in which members have several votes and carry those of others")
class WeightedElectionTest {

    private static final LegalSource STATUTES = new LegalSource("Satzung", "§ 9");
    private static final RulesOfProcedure RULES = TestRules.with(
            RulesOfProcedure.THUERINGEN, new DelegationRule(1, false, STATUTES), new WeightRule(true, false, STATUTES));

    @Autowired
    ApplicationContext context;

    @Autowired
    Delegating delegating;

    @Autowired
    ElectionPreparing preparing;

    @Autowired
    ElectionConduct conduct;

    @Autowired
    Elections elections;

    private TestMeeting meeting() {
        return TestMeeting.weighted(4, RULES, context, 5, 3, 1, 1, 4);
    }

    private void leaves(TestMeeting meeting, int member, int holder) {
        Acting.as(
                meeting.member(member),
                () -> delegating.give(
                        DelegationId.next(), meeting.id(), null, meeting.member(member), meeting.member(holder)));
    }

    private ElectionId prepared(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> {
            var id = preparing.prepare(meeting.id(), meeting.item(), ElectionKind.PERSONS, "Kassenwart", 1);
            preparing.nominate(id, "Mitglied 2", meeting.member(2), "Fraktion A", true, List.of());
            preparing.nominate(id, "Mitglied 3", meeting.member(3), "Fraktion B", true, List.of());
            preparing.nameTellers(id, List.of(meeting.member(0), meeting.member(1)));
            preparing.closeList(id);
            return id;
        });
    }

    private RoundSummary round(TestMeeting meeting, ElectionId id) {
        return Acting.as(
                meeting.chair(), () -> elections.election(id).currentRound().orElseThrow());
    }

    private void open(TestMeeting meeting, ElectionId id) {
        var round = round(meeting, id).id();
        Acting.as(meeting.chair(), () -> conduct.openRound(round));
    }

    @Test
    @DisplayName(
            "has a quorum of those who are there, and of votes they carry only if the statutes say so; recusal takes nobody away")
    void quorum() {
        for (var counts : List.of(false, true)) {
            var rules = TestRules.with(RulesOfProcedure.THUERINGEN, new DelegationRule(2, counts, STATUTES));
            var meeting = TestMeeting.open(5, 2, rules, context);
            leaves(meeting, 3, 1);
            leaves(meeting, 4, 1);
            Acting.as(
                    meeting.member(1),
                    () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(1)));

            var electing = Acting.as(
                    meeting.chair(), () -> meeting.attendance().quorumInElection(meeting.id(), meeting.item()));
            assertThat(electing.present()).isEqualTo(counts ? 4 : 2);
            assertThat(electing.recused()).isZero();
            var deciding = Acting.as(meeting.chair(), () -> meeting.attendance().quorum(meeting.id(), meeting.item()));
            assertThat(deciding.present()).as("who carries them is recused").isOne();
            assertThat(deciding.recused()).isOne();

            var id = prepared(meeting);
            if (counts) {
                open(meeting, id);
                assertThat(round(meeting, id).entitled()).isEqualTo(4);
            } else {
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> open(meeting, id))
                        .withMessage("attendance.quorum.not-met");
            }
        }
    }

    private static void refused(String key, Runnable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step::run).withMessage(key);
    }

    @Test
    @DisplayName("has as many ballots as votes: each member's own and those that they carry")
    void ballots() {
        var meeting = meeting();
        leaves(meeting, 4, 1);
        var id = prepared(meeting);
        open(meeting, id);
        var round = round(meeting, id);

        assertThat(round.entitled()).isEqualTo(14);
        refused("election.urn.too-many", () -> Acting.as(meeting.chair(), () -> conduct.closeUrn(round.id(), 15)));
        Acting.as(meeting.chair(), () -> conduct.closeUrn(round.id(), 14));
        assertThat(round(meeting, id).entitled()).isEqualTo(14);
    }

    @Test
    @DisplayName("is not opened as long as somebody who carries a vote is not in the room")
    void elsewhere() {
        var meeting = meeting();
        meeting.arrive(meeting.member(1), Place.REMOTE);
        leaves(meeting, 4, 1);
        var id = prepared(meeting);

        refused("election.open.elsewhere", () -> open(meeting, id));
    }

    @Test
    @DisplayName("lets nobody leave their vote to another while ballots are handed out")
    void whileBallotsAreOut() {
        var meeting = meeting();
        var id = prepared(meeting);
        open(meeting, id);

        refused("election.delegation.round-is-open", () -> leaves(meeting, 4, 1));
    }
}
