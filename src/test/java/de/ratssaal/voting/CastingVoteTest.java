package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.LegalSource;
import de.ratssaal.rules.Majority;
import de.ratssaal.rules.MajorityRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R8: In a tie")
class CastingVoteTest {

    private static final RulesOfProcedure CASTING_VOTE = castingVote(RulesOfProcedure.THUERINGEN);

    @Autowired
    ApplicationContext context;

    @Autowired
    PollVoting voting;

    @Autowired
    PollConduct conduct;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("a proposal is adopted if the rules give the chair a casting vote and the chair voted yes")
    void theChairVotedYes() {
        var meeting = TestMeeting.open(5, 4, CASTING_VOTE, context);
        var poll = meeting.openPoll(meeting.item());
        cast(meeting, poll, Choice.YES, Choice.NO, Choice.NO, Choice.YES);

        var result = close(meeting, poll);

        assertThat(result.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
        assertThat(result.isDecidedByChair()).isTrue();
        assertThat(database.sql("select line from audit_entry where type = 'voting.PollClosed' and line like ?")
                        .param("poll " + poll + "%")
                        .query(String.class)
                        .single())
                .endsWith(
                        "2 yes, 2 no, 0 abstentions, 0 recused: ADOPTED_WITH_CHANGES, by the casting vote of the chair");
    }

    @Test
    @DisplayName("it is rejected if the chair voted no, or abstained")
    void theChairDidNotVoteYes() {
        for (var chair : new Choice[] {Choice.NO, Choice.ABSTENTION}) {
            var meeting = TestMeeting.open(5, 3, CASTING_VOTE, context);
            var poll = meeting.openPoll(meeting.item());
            cast(meeting, poll, chair, Choice.YES, chair == Choice.NO ? Choice.ABSTENTION : Choice.NO);

            assertThat(close(meeting, poll).outcome()).isEqualTo(Outcome.REJECTED);
        }
    }

    @Test
    @DisplayName("it is rejected if nobody knows how the chair voted, because hands were only counted")
    void theChairIsNotKnown() {
        var meeting = TestMeeting.open(5, 4, CASTING_VOTE, context);
        var poll = meeting.openPoll(meeting.item());
        Acting.as(meeting.chair(), () -> conduct.enterCount(poll, new Tally(2, 2, 0)));

        assertThat(close(meeting, poll).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    @DisplayName("the vote of whoever is in the chair decides, not that of the chair who handed it over")
    void theDeputyConducts() {
        var meeting = TestMeeting.open(5, 4, CASTING_VOTE, context);
        var poll = meeting.openPoll(meeting.item());
        cast(meeting, poll, Choice.YES, Choice.NO, Choice.NO, Choice.YES);
        Acting.as(meeting.member(1), () -> meeting.conduct().takeOver(meeting.id(), meeting.revision()));

        assertThat(close(meeting, poll).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    @DisplayName("it is rejected where the rules know no casting vote, however the chair voted (ThürKO § 39)")
    void noCastingVote() {
        var meeting = TestMeeting.open(5, 4, context);
        var poll = meeting.openPoll(meeting.item());
        cast(meeting, poll, Choice.YES, Choice.NO, Choice.NO, Choice.YES);

        var result = close(meeting, poll);

        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.isDecidedByChair()).isFalse();
    }

    /** The chair first. */
    private void cast(TestMeeting meeting, PollId poll, Choice... choices) {
        for (var number = 0; number < choices.length; number++) {
            var choice = choices[number];
            Acting.as(meeting.member(number), () -> voting.cast(poll, choice, UUID.randomUUID()));
        }
    }

    private PollSummary close(TestMeeting meeting, PollId poll) {
        return Acting.as(meeting.chair(), () -> conduct.close(poll));
    }

    private static RulesOfProcedure castingVote(RulesOfProcedure rules) {
        return TestRules.with(rules, new MajorityRule(Majority.OF_VOTES_CAST, true, new LegalSource("GeschO", "§ 12")));
    }
}
