package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import java.util.UUID;
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
@DisplayName("A vote that has to be taken again")
class RepeatedVoteTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PollConduct polls;

    @Autowired
    PollVoting voting;

    @Autowired
    Polls reading;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    JdbcClient database;

    private PollId vote(TestMeeting meeting, Choice choice, int voters) {
        var poll = meeting.openPoll(meeting.item());
        for (var member = 0; member < voters; member++) {
            Acting.as(meeting.member(member), () -> voting.cast(poll, choice, UUID.randomUUID()));
        }
        Acting.as(meeting.chair(), () -> polls.close(poll));
        return poll;
    }

    @Test
    @DisplayName("loses its result and keeps what was counted and why; the new vote decides")
    void repeated() {
        var meeting = TestMeeting.open(5, 5, context);
        var first = vote(meeting, Choice.YES, 5);

        Acting.as(meeting.chair(), () -> polls.annul(first, "Ein Gerät war gestört"));
        Acting.as(meeting.chair(), () -> polls.annul(first, "noch einmal gedrückt"));

        assertThat(Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())))
                .isEmpty();
        var kept = Acting.as(meeting.chair(), () -> reading.poll(first));
        assertThat(kept.tally()).isEqualTo(new Tally(5, 0, 0));
        assertThat(kept.annulledFor()).isEqualTo("Ein Gerät war gestört");

        var second = vote(meeting, Choice.NO, 5);
        assertThat(Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.poll()).isEqualTo(second);
                    assertThat(it.outcome()).isEqualTo(Outcome.REJECTED);
                });
    }

    @Test
    @DisplayName("is taken without a member who turned out to be recused")
    void withoutRecused() {
        var meeting = TestMeeting.open(5, 5, context);
        var first = vote(meeting, Choice.YES, 5);
        var recused = meeting.member(3);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(
                        meeting.chair(), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), recused)))
                .withMessage("voting.recusal.has-been-voted");

        Acting.as(meeting.chair(), () -> polls.annul(first, "Befangenheit übersehen"));
        Acting.as(meeting.chair(), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), recused));

        var second = vote(meeting, Choice.YES, 3);
        assertThat(Acting.as(meeting.chair(), () -> reading.poll(second)).recused())
                .isEqualTo(1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(recused, () -> voting.cast(second, Choice.YES, UUID.randomUUID())));
    }

    @Test
    @DisplayName("is ordered with a reason, by those who conduct, and only while the item is before the meeting")
    void guarded() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = vote(meeting, Choice.YES, 5);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> polls.annul(poll, " ")))
                .withMessage("voting.annul.reason-missing");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> polls.annul(poll, "Ich war dagegen")));
        meeting.call(meeting.nonPublic());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> polls.annul(poll, "zu spät")))
                .withMessage("voting.open.item-not-called");
    }

    @Test
    @DisplayName(
            "cannot be made up in the database: a result ends with its recorded annulment alone, and nothing else of it changes")
    void inTheDatabase() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = vote(meeting, Choice.YES, 5);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update voting_resolution set annulled_at = now() where poll_id = ?")
                        .param(poll.value())
                        .update());
        Acting.as(meeting.chair(), () -> polls.annul(poll, "Störung"));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update voting_resolution set annulled_at = null where poll_id = ?")
                        .param(poll.value())
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update voting_annulment set reason = 'anders' where poll_id = ?")
                        .param(poll.value())
                        .update());
    }
}
