package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
@DisplayName("An open vote with an announced end")
class AnnouncedEndTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    ApplicationContext context;

    @Autowired
    MovableClock clock;

    @Autowired
    PollVoting voting;

    @Autowired
    PollConduct conduct;

    @Autowired
    ProceduralMotions motions;

    @Autowired
    Polls polls;

    @Autowired
    JdbcClient database;

    private void pass(Duration time) {
        clock.putForwardTo(clock.instant().plus(time));
    }

    private void cast(PollId poll, PersonId who, Choice choice) {
        Acting.as(who, () -> voting.cast(poll, choice, UUID.randomUUID()));
    }

    private void announce(TestMeeting meeting, PollId poll, Duration in) {
        Acting.as(meeting.chair(), () -> conduct.announceEnd(poll, in));
    }

    private PollSummary now(TestMeeting meeting, PollId poll) {
        return Acting.as(meeting.chair(), () -> polls.poll(poll));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    @Test
    @DisplayName(
            "is not closed before it while somebody has not voted, nor in the moment in which votes are on their way")
    void nobodyIsCutOff() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        announce(meeting, poll, MINUTE);
        cast(poll, meeting.member(1), Choice.YES);

        refused("voting.close.before-end", () -> Acting.as(meeting.chair(), () -> conduct.close(poll)));
        pass(MINUTE.plusSeconds(2));
        refused("voting.close.before-end", () -> Acting.as(meeting.chair(), () -> conduct.close(poll)));
        // it was cast in time; the network was slow
        cast(poll, meeting.member(2), Choice.NO);
        pass(Duration.ofSeconds(5));

        assertThat(Acting.as(meeting.chair(), () -> conduct.close(poll)).tally())
                .isEqualTo(new Tally(1, 1, 0));
    }

    @Test
    @DisplayName(
            "is closed earlier once everybody has voted, and by the chair, who alone decides that it waits no longer")
    void everybodyHasVoted() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        announce(meeting, poll, MINUTE);
        for (var member = 0; member < 3; member++) {
            cast(poll, meeting.member(member), Choice.YES);
        }
        assertThat(Acting.as(meeting.chair(), () -> conduct.close(poll)).outcome())
                .isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
    }

    @Test
    @DisplayName("is not closed earlier, although everybody has voted, where votes may be changed until it closes")
    void changesAreWaitedFor() {
        var meeting = TestMeeting.open(3, 3, OpenVoteRules.of(true, false), context);
        var poll = meeting.openPoll(meeting.item());
        announce(meeting, poll, MINUTE);
        for (var member = 0; member < 3; member++) {
            cast(poll, meeting.member(member), Choice.YES);
        }
        refused("voting.close.before-end", () -> Acting.as(meeting.chair(), () -> conduct.close(poll)));
    }

    @Test
    @DisplayName("is not closed by the clock if the chair put its end off or took it back a moment ago")
    void theChairIsFaster() {
        var meeting = TestMeeting.open(3, 3, OpenVoteRules.of(false, true), context);
        var poll = meeting.openPoll(meeting.item());
        announce(meeting, poll, MINUTE);
        Acting.as(meeting.chair(), () -> conduct.closeAtEnd(poll));
        Acting.as(meeting.chair(), () -> conduct.takeEndBackIfDue(poll));
        assertThat(now(meeting, poll).endsAt()).isNotNull();

        Acting.as(meeting.chair(), () -> conduct.takeEndBack(poll));
        Acting.as(meeting.chair(), () -> conduct.closeAtEnd(poll));
        assertThat(now(meeting, poll).state()).isEqualTo(PollState.OPEN);
    }

    @Test
    @DisplayName("stays open after it until the chair closes it, if the rules do not let a clock close votes")
    void theChairCloses() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        announce(meeting, poll, Duration.ofSeconds(10));
        pass(MINUTE);

        context.getBean(EndPolls.class).endAllDue();

        assertThat(now(meeting, poll).state()).isEqualTo(PollState.OPEN);
        assertThat(now(meeting, poll).endsByItself()).isFalse();
    }

    @Test
    @DisplayName(
            "closes by itself where the rules say so, after the votes that were on their way, and once on two nodes")
    void closesByItself() {
        var meeting = TestMeeting.open(3, 3, OpenVoteRules.of(false, true), context);
        var poll = meeting.openPoll(meeting.item());
        announce(meeting, poll, MINUTE);
        cast(poll, meeting.member(0), Choice.YES);
        pass(MINUTE.plusSeconds(1));
        context.getBean(EndPolls.class).endAllDue();
        assertThat(now(meeting, poll).state()).isEqualTo(PollState.OPEN);
        cast(poll, meeting.member(1), Choice.YES);

        pass(Duration.ofSeconds(6));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            context.getBean(EndPolls.class).endAllDue();
            assertThat(now(meeting, poll).state()).isEqualTo(PollState.CLOSED);
        });
        assertThat(now(meeting, poll).tally()).isEqualTo(new Tally(2, 0, 0));
        refused("voting.vote.poll-not-open", () -> cast(poll, meeting.member(2), Choice.NO));
        assertThat(database.sql("select actor from audit_entry where type = 'voting.PollClosed' and line like ?")
                        .param("poll " + poll + "%")
                        .query(String.class)
                        .list())
                .containsExactly("system/voting");
    }

    @Test
    @DisplayName("is left to the chair if it cannot be closed then: without a quorum nothing is decided (R4)")
    void quorumLost() {
        var meeting = TestMeeting.open(5, 3, OpenVoteRules.of(false, true), context);
        var poll = meeting.openPoll(meeting.item());
        announce(meeting, poll, Duration.ofSeconds(10));
        Acting.as(meeting.member(2), () -> meeting.attendance().leave(meeting.id(), meeting.member(2)));
        pass(MINUTE);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            context.getBean(EndPolls.class).endAllDue();
            assertThat(now(meeting, poll).endsAt()).isNull();
        });
        assertThat(now(meeting, poll).state()).isEqualTo(PollState.OPEN);
    }

    @Test
    @DisplayName("can end later and be taken back, but not end earlier than was announced")
    void laterNotEarlier() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        announce(meeting, poll, MINUTE);

        refused("voting.end.earlier", () -> announce(meeting, poll, Duration.ofSeconds(30)));
        announce(meeting, poll, Duration.ofMinutes(2));
        Acting.as(meeting.chair(), () -> conduct.takeEndBack(poll));
        Acting.as(meeting.chair(), () -> conduct.takeEndBack(poll));

        assertThat(now(meeting, poll).endsAt()).isNull();
        assertThat(Acting.as(meeting.chair(), () -> conduct.close(poll)).state())
                .isEqualTo(PollState.CLOSED);
    }

    @Test
    @DisplayName(
            "is announced by those who conduct, of a vote that is open and not secret, between ten seconds and ten minutes")
    void guarded() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = meeting.openPoll(meeting.item());
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> conduct.announceEnd(poll, MINUTE)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> conduct.takeEndBack(poll)));
        refused("voting.end.length", () -> announce(meeting, poll, Duration.ofSeconds(1)));
        refused("voting.end.length", () -> announce(meeting, poll, Duration.ofHours(1)));
        Acting.as(meeting.chair(), () -> conduct.cancel(poll, "Zählfehler"));
        refused("voting.poll.not-open", () -> announce(meeting, poll, MINUTE));

        var motion = MotionId.next();
        Acting.as(
                meeting.member(1),
                () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.SECRET_VOTE, ""));
        Acting.as(meeting.chair(), () -> motions.countAsking(motion, 5));
        var secret = meeting.openPoll(meeting.item());
        refused("voting.end.secret", () -> announce(meeting, secret, MINUTE));
    }

    @Test
    @DisplayName("is a promise that the database keeps, too")
    void theDatabaseKeepsIt() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        announce(meeting, poll, MINUTE);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("""
                                update voting_poll set state = 'CLOSED', closed_at = opened_at, yes = 1, no = 0, abstentions = 0,
                                    recused = 0, entitled = 3, outcome = 'ADOPTED'
                                where id = ?
                                """).param(poll.value()).update());
    }
}
