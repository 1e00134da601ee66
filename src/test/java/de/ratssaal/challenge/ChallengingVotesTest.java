package de.ratssaal.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import java.util.NoSuchElementException;
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
@DisplayName("A challenge of a vote")
class ChallengingVotesTest {

    private static final String REASON = "Zwei Geräte zeigten eine andere Frage.";

    @Autowired
    ApplicationContext context;

    @Autowired
    ChallengingVotes challenges;

    @Autowired
    ChallengesInMinutes minutes;

    @Autowired
    PollConduct conduct;

    @Autowired
    PollVoting voting;

    @Autowired
    Polls polls;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    private PollId vote(TestMeeting meeting, AgendaItemId item, Choice choice) {
        var poll = meeting.openPoll(item);
        for (var member = 0; member < 4; member++) {
            Acting.as(meeting.member(member), () -> voting.cast(poll, choice, UUID.randomUUID()));
        }
        Acting.as(meeting.chair(), () -> conduct.close(poll));
        return poll;
    }

    private ChallengeId raise(TestMeeting meeting, PollId poll, int member) {
        var id = ChallengeId.next();
        Acting.as(meeting.member(member), () -> challenges.raise(id, poll, REASON));
        return id;
    }

    private Challenge only(TestMeeting meeting) {
        var all = Acting.as(meeting.chair(), () -> challenges.of(meeting.id()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<String> minutes(TestMeeting meeting, boolean publicOnly) {
        return access.asSystem(
                "test", () -> minutes.of(meeting.id(), publicOnly).getOrDefault(meeting.item(), List.of()));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    @Test
    @DisplayName(
            "that the chair grants leads to a second vote; both results are kept, and the minutes tell both and why")
    void granted() {
        var meeting = TestMeeting.open(5, 5, context);
        var first = vote(meeting, meeting.item(), Choice.YES);
        var challenge = raise(meeting, first, 2);

        Acting.as(meeting.chair(), () -> challenges.grant(challenge, "Die Frage war nicht überall dieselbe."));
        Acting.as(meeting.chair(), () -> challenges.grant(challenge, "noch einmal gedrückt"));
        var second = vote(meeting, meeting.item(), Choice.NO);

        assertThat(only(meeting).state()).isEqualTo(ChallengeState.GRANTED);
        assertThat(Acting.as(meeting.chair(), () -> polls.poll(first))).satisfies(it -> {
            assertThat(it.tally()).isEqualTo(new Tally(4, 0, 0));
            assertThat(it.annulledFor()).isEqualTo("Die Frage war nicht überall dieselbe.");
        });
        assertThat(Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.poll()).isEqualTo(second);
                    assertThat(it.outcome()).isEqualTo(Outcome.REJECTED);
                });
        assertThat(minutes(meeting, false))
                .singleElement()
                .asString()
                .contains(REASON, "Ja: 4, Nein: 0", "stattgegeben", "Die Frage war nicht überall dieselbe.");
        assertThat(minutes(meeting, true))
                .singleElement()
                .asString()
                .contains("angefochten", "stattgegeben")
                .doesNotContain(REASON);
    }

    @Test
    @DisplayName("waits while the item is being voted on")
    void notDuringAVote() {
        var meeting = TestMeeting.open(5, 5, context);
        var first = vote(meeting, meeting.item(), Choice.YES);
        Acting.as(meeting.chair(), () -> conduct.annul(first, REASON));
        meeting.openPoll(meeting.item());
        refused("challenge.raise.vote-runs", () -> raise(meeting, first, 2));
    }

    @Test
    @DisplayName("that is rejected leaves the result, and cannot be raised again by the same member")
    void rejected() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = vote(meeting, meeting.item(), Choice.YES);
        var challenge = raise(meeting, poll, 2);

        Acting.as(meeting.chair(), () -> challenges.reject(challenge, "Alle Geräte wurden geprüft."));
        Acting.as(meeting.chair(), () -> challenges.reject(challenge, "noch einmal gedrückt"));

        assertThat(Acting.as(meeting.chair(), () -> polls.poll(poll)).holds()).isTrue();
        assertThat(only(meeting).ground()).isEqualTo("Alle Geräte wurden geprüft.");
        refused("challenge.raise.twice", () -> raise(meeting, poll, 2));
        refused("challenge.decided", () -> Acting.as(meeting.chair(), () -> challenges.grant(challenge, "doch")));
        raise(meeting, poll, 3);
    }

    @Test
    @DisplayName("can be decided by the meeting: more yes than no grants it, a tie does not")
    void theMeetingDecides() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = vote(meeting, meeting.item(), Choice.YES);
        var tied = raise(meeting, poll, 2);
        refused(
                "voting.count.too-many",
                () -> Acting.as(meeting.chair(), () -> challenges.decideByVote(tied, new Tally(4, 2, 0), "Zweifel")));
        refused(
                "challenge.decide.no-votes",
                () -> Acting.as(meeting.chair(), () -> challenges.decideByVote(tied, Tally.EMPTY, "Zweifel")));
        Acting.as(meeting.chair(), () -> challenges.decideByVote(tied, new Tally(2, 2, 1), "Keine Mehrheit"));
        assertThat(only(meeting).state()).isEqualTo(ChallengeState.REJECTED);

        var clear = raise(meeting, poll, 3);
        Acting.as(meeting.chair(), () -> challenges.decideByVote(clear, new Tally(3, 2, 0), "Zweifel am Ergebnis"));
        assertThat(Acting.as(meeting.chair(), () -> polls.poll(poll)).holds()).isFalse();
        assertThat(minutes(meeting, false).getLast()).contains("Die Sitzung gibt der Anfechtung statt (Ja: 3, Nein: 2");
    }

    @Test
    @DisplayName(
            "is raised with a reason by who is present and entitled, not by guests, the absent, the recused or anybody else")
    void byWhom() {
        var meeting = TestMeeting.open(6, 5, context);
        Acting.as(
                meeting.member(4), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(4)));
        var poll = vote(meeting, meeting.item(), Choice.YES);

        for (var who : List.of(meeting.member(4), meeting.member(5), PersonId.next())) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> Acting.as(who, () -> challenges.raise(ChallengeId.next(), poll, REASON)))
                    .withMessage("challenge.raise.not-entitled");
        }
        refused(
                "challenge.raise.reason-missing",
                () -> Acting.as(meeting.member(1), () -> challenges.raise(ChallengeId.next(), poll, "  ")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(
                        meeting.member(3),
                        () -> challenges.enter(ChallengeId.next(), poll, REASON, meeting.member(2))));
        var challenge = raise(meeting, poll, 3);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(3), () -> challenges.grant(challenge, "weil ich es will")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> challenges.withdraw(challenge)));
        refused(
                "challenge.decide.reason-missing",
                () -> Acting.as(meeting.chair(), () -> challenges.reject(challenge, " ")));
    }

    @Test
    @DisplayName("sent twice is one, and can be withdrawn before it is decided")
    void withdrawn() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = vote(meeting, meeting.item(), Choice.YES);
        var id = ChallengeId.next();
        Acting.as(meeting.member(2), () -> challenges.raise(id, poll, REASON));
        Acting.as(meeting.member(2), () -> challenges.raise(id, poll, REASON));
        assertThat(only(meeting).state()).isEqualTo(ChallengeState.PENDING);

        Acting.as(meeting.member(2), () -> challenges.withdraw(id));
        Acting.as(meeting.member(2), () -> challenges.withdraw(id));

        assertThat(only(meeting).state()).isEqualTo(ChallengeState.WITHDRAWN);
        refused("challenge.decided", () -> Acting.as(meeting.chair(), () -> challenges.reject(id, "zu spät")));
    }

    @Test
    @DisplayName("is decided before the meeting goes on to the next item")
    void decidedFirst() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = vote(meeting, meeting.item(), Choice.YES);
        var challenge = raise(meeting, poll, 2);

        refused("challenge.first", () -> meeting.call(meeting.nonPublic()));

        Acting.as(meeting.chair(), () -> challenges.reject(challenge, "Alle Geräte wurden geprüft."));
        meeting.call(meeting.nonPublic());
        refused("challenge.raise.item-done", () -> raise(meeting, poll, 3));
    }

    @Test
    @DisplayName("is granted, too, if the vote is taken again for another reason")
    void takenAgainOtherwise() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = vote(meeting, meeting.item(), Choice.YES);
        raise(meeting, poll, 2);

        Acting.as(meeting.chair(), () -> conduct.annul(poll, "Ein Gerät war gestört"));

        assertThat(only(meeting)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(ChallengeState.GRANTED);
            assertThat(it.ground()).isEqualTo("Ein Gerät war gestört");
        });
        refused("challenge.raise.not-counted", () -> raise(meeting, poll, 3));
    }

    @Test
    @DisplayName("on a non-public item is known inside alone")
    void nonPublic() {
        var meeting = TestMeeting.open(5, 5, context);
        meeting.call(meeting.nonPublic());
        var poll = vote(meeting, meeting.nonPublic(), Choice.YES);
        raise(meeting, poll, 2);
        var stranger = PersonId.next();

        assertThat(Acting.as(stranger, () -> challenges.of(meeting.id()))).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(stranger, () -> challenges.raise(ChallengeId.next(), poll, REASON)));
        assertThat(access.asSystem("test", () -> minutes.of(meeting.id(), true)))
                .isEmpty();
    }

    @Test
    @DisplayName("stays on record as it was decided, also in the database")
    void stays() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = vote(meeting, meeting.item(), Choice.YES);
        var challenge = raise(meeting, poll, 2);
        Acting.as(meeting.chair(), () -> challenges.reject(challenge, "Alle Geräte wurden geprüft."));

        for (var attempt : List.of(
                "update challenge_raised set state = 'GRANTED' where id = ?",
                "update challenge_raised set reason = 'anders' where id = ?",
                "delete from challenge_raised where id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(attempt)
                    .isThrownBy(
                            () -> database.sql(attempt).param(challenge.value()).update());
        }
    }
}
