package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.PersonId;
import de.ratssaal.rules.RulesOfProcedure;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
@DisplayName("An open vote that may be changed until it is closed")
class VoteCorrectingTest {

    private static final RulesOfProcedure CORRECTABLE = OpenVoteRules.of(true, false);

    @Autowired
    ApplicationContext context;

    @Autowired
    PollVoting voting;

    @Autowired
    VoteCorrecting correcting;

    @Autowired
    PollConduct conduct;

    @Autowired
    ProceduralMotions motions;

    @Autowired
    Polls polls;

    @Autowired
    JdbcClient database;

    private UUID cast(PollId poll, PersonId who, Choice choice) {
        var receipt = UUID.randomUUID();
        Acting.as(who, () -> voting.cast(poll, choice, receipt));
        return receipt;
    }

    private CastVote correct(PollId poll, PersonId who, Choice choice, UUID receipt, UUID replaces) {
        return Acting.as(who, () -> correcting.correct(poll, choice, receipt, replaces));
    }

    private UUID correct(PollId poll, PersonId who, Choice choice, UUID replaces) {
        var receipt = UUID.randomUUID();
        assertThat(correct(poll, who, choice, receipt, replaces)).isInstanceOf(CastVote.Stored.class);
        return receipt;
    }

    private PollSummary close(TestMeeting meeting, PollId poll) {
        return Acting.as(meeting.chair(), () -> conduct.close(poll));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    private List<String> history(PollId poll) {
        return database.sql("select choice from voting_replaced_vote where poll_id = ? order by replaced_at, cast_at")
                .param(poll.value())
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName(
            "counts as it was changed last; what it was before is kept, and the log says that it was changed, not how")
    void theLastCounts() {
        var meeting = TestMeeting.open(3, 3, CORRECTABLE, context);
        var poll = meeting.openPoll(meeting.item());
        var member = meeting.member(1);
        var first = cast(poll, member, Choice.YES);
        var second = correct(poll, member, Choice.NO, first);
        correct(poll, member, Choice.ABSTENTION, second);

        assertThat(Acting.as(member, () -> voting.myVote(poll)))
                .hasValueSatisfying(it -> assertThat(it.choice()).isEqualTo(Choice.ABSTENTION));
        assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(0, 0, 1));
        assertThat(history(poll)).containsExactly("YES", "NO");
        assertThat(database.sql("select line from audit_entry where type = 'voting.VoteCorrected' and line like ?")
                        .param("poll " + poll + ":%")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(it -> it.matches("poll \\S+: \\S+ changed their vote, sealed [0-9a-f]{64}"));
    }

    @Test
    @DisplayName("stays as it was cast where the rules do not say so, and the rule is named")
    void onlyByRule() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        var first = cast(poll, meeting.member(1), Choice.YES);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> correct(poll, meeting.member(1), Choice.NO, UUID.randomUUID(), first))
                .withMessage("voting.correct.final")
                .satisfies(it -> assertThat(it.source().toString()).contains("Geschäftsordnung"));
        assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    @DisplayName("is changed once, also when the change is sent again because its answer was lost")
    void sentAgain() {
        var meeting = TestMeeting.open(3, 3, CORRECTABLE, context);
        var poll = meeting.openPoll(meeting.item());
        var member = meeting.member(1);
        var first = cast(poll, member, Choice.YES);
        var receipt = UUID.randomUUID();

        assertThat(correct(poll, member, Choice.NO, receipt, first)).isInstanceOf(CastVote.Stored.class);
        assertThat(correct(poll, member, Choice.NO, receipt, first)).isInstanceOf(CastVote.AlreadyStored.class);
        assertThat(history(poll)).containsExactly("YES");
        close(meeting, poll);
        assertThat(correct(poll, member, Choice.NO, receipt, first)).isInstanceOf(CastVote.AlreadyStored.class);
    }

    @Test
    @DisplayName(
            "is not overridden by an older one that waited on a device: not by a change, nor by the first vote sent again")
    void olderNeverOverridesNewer() {
        var meeting = TestMeeting.open(3, 3, CORRECTABLE, context);
        var poll = meeting.openPoll(meeting.item());
        var member = meeting.member(1);
        var first = cast(poll, member, Choice.YES);
        var waiting = UUID.randomUUID();
        var second = correct(poll, member, Choice.NO, first);

        refused("voting.correct.overtaken", () -> correct(poll, member, Choice.ABSTENTION, waiting, first));
        assertThat(Acting.as(member, () -> voting.cast(poll, Choice.YES, first)))
                .isInstanceOfSatisfying(CastVote.Replaced.class, it -> {
                    assertThat(it.choice()).isEqualTo(Choice.NO);
                    assertThat(it.receipt()).isEqualTo(second);
                });
        refused("voting.vote.stored-already", () -> cast(poll, member, Choice.YES));
        // a receipt of before is never taken again, whatever the device says that it changes
        assertThat(correct(poll, member, Choice.YES, first, second)).isInstanceOf(CastVote.Replaced.class);
        assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(0, 1, 0));
    }

    @Test
    @DisplayName("changed on two devices at once is changed by one of them, and the other is told so")
    void twoDevicesAtOnce() throws Exception {
        var meeting = TestMeeting.open(3, 3, CORRECTABLE, context);
        var poll = meeting.openPoll(meeting.item());
        var member = meeting.member(1);
        var receipt = cast(poll, member, Choice.YES);
        for (var round = 0; round < 10; round++) {
            var replaces = receipt;
            var begin = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var devices = IntStream.range(0, 4)
                        .mapToObj(it -> threads.submit(() -> {
                            begin.await();
                            try {
                                var mine = UUID.randomUUID();
                                correct(poll, member, it % 2 == 0 ? Choice.NO : Choice.ABSTENTION, mine, replaces);
                                return mine;
                            } catch (Refusal e) {
                                assertThat(e.key()).isEqualTo("voting.correct.overtaken");
                                return null;
                            }
                        }))
                        .toList();
                begin.countDown();
                UUID stored = null;
                for (var device : devices) {
                    var mine = device.get();
                    assertThat(stored == null || mine == null).isTrue();
                    stored = mine == null ? stored : mine;
                }
                receipt = Objects.requireNonNull(stored);
            }
        }
        assertThat(history(poll)).hasSize(10);
        assertThat(close(meeting, poll).tally().total()).isEqualTo(1);
    }

    @Test
    @DisplayName("is not changed once it is closed, and what counts is what it was")
    void notAfterClosing() {
        var meeting = TestMeeting.open(3, 3, CORRECTABLE, context);
        var poll = meeting.openPoll(meeting.item());
        var first = cast(poll, meeting.member(1), Choice.YES);
        close(meeting, poll);

        refused("voting.correct.closed", () -> correct(poll, meeting.member(1), Choice.NO, UUID.randomUUID(), first));
        assertThat(Acting.as(meeting.member(1), () -> polls.votes(poll)))
                .singleElement()
                .satisfies(it -> assertThat(it.choice()).isEqualTo(Choice.YES));
    }

    @Test
    @DisplayName("is not changed by somebody who has left, has no vote there, or is somebody else")
    void byWhomItIsNot() {
        var meeting = TestMeeting.open(5, 4, CORRECTABLE, context);
        var poll = meeting.openPoll(meeting.item());
        var member = meeting.member(1);
        var first = cast(poll, member, Choice.YES);

        refused("voting.correct.no-vote", () -> correct(poll, meeting.member(2), Choice.NO, UUID.randomUUID(), first));
        refused("voting.correct.no-vote", () -> correct(poll, PersonId.next(), Choice.NO, UUID.randomUUID(), first));
        Acting.as(member, () -> meeting.attendance().leave(meeting.id(), member));
        refused("voting.vote.absent", () -> correct(poll, member, Choice.NO, UUID.randomUUID(), first));
        meeting.arrive(member, Place.ROOM);
        correct(poll, member, Choice.NO, first);
        assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(0, 1, 0));
    }

    @Test
    @DisplayName("entered by a clerk becomes the member's own once they change it themselves")
    void enteredForThem() {
        var meeting = TestMeeting.open(3, 3, CORRECTABLE, context);
        var poll = meeting.openPoll(meeting.item());
        var entered = UUID.randomUUID();
        Acting.as(meeting.chair(), () -> conduct.enterVote(poll, meeting.member(1), Choice.YES, entered));
        Acting.as(meeting.chair(), () -> conduct.enterVote(poll, meeting.member(2), Choice.YES, UUID.randomUUID()));

        correct(poll, meeting.member(1), Choice.NO, entered);

        close(meeting, poll);
        assertThat(Acting.as(meeting.chair(), () -> polls.votes(poll)))
                .extracting(Vote::person, Vote::choice, Vote::enteredFor)
                .containsExactlyInAnyOrder(
                        tuple(meeting.member(1), Choice.NO, false), tuple(meeting.member(2), Choice.YES, true));
    }

    @Test
    @DisplayName(
            "entered by a clerk is corrected by a clerk whatever the rules say; the earlier entry is kept, and the vote is marked")
    void aClerkCorrectsAnEntry() {
        var meeting = TestMeeting.open(4, 4, context);
        var poll = meeting.openPoll(meeting.item());
        var member = meeting.member(1);
        Acting.as(meeting.chair(), () -> conduct.enterVote(poll, member, Choice.YES, UUID.randomUUID()));
        Acting.as(meeting.chair(), () -> conduct.enterVote(poll, meeting.member(2), Choice.YES, UUID.randomUUID()));
        var seen = entered(meeting, poll, member);

        correctEntry(meeting, poll, seen, Choice.NO);
        correctEntry(meeting, poll, seen, Choice.NO);
        refused("voting.correct-entry.overtaken", () -> correctEntry(meeting, poll, seen, Choice.ABSTENTION));

        assertThat(history(poll)).containsExactly("YES");
        assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(1, 1, 0));
        assertThat(Acting.as(meeting.chair(), () -> polls.votes(poll)))
                .extracting(Vote::person, Vote::choice, Vote::enteredFor, Vote::corrected)
                .containsExactlyInAnyOrder(
                        tuple(member, Choice.NO, true, true), tuple(meeting.member(2), Choice.YES, true, false));
        var now = entered(meeting, poll, member);
        refused("voting.correct-entry.closed", () -> correctEntry(meeting, poll, now, Choice.YES));
        assertThat(database.sql("select line from audit_entry where type = 'voting.VoteCorrected' and line like ?")
                        .param("poll " + poll + ":%")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .matches("poll \\S+: \\S+ had the vote corrected that was entered for them, sealed [0-9a-f]{64}");
    }

    @Test
    @DisplayName("cast by a member themselves is touched by no clerk, and corrected by nobody who does not conduct")
    void noClerkTouchesIt() {
        for (var rules : List.of(RulesOfProcedure.THUERINGEN, CORRECTABLE)) {
            var meeting = TestMeeting.open(4, 4, rules, context);
            var poll = meeting.openPoll(meeting.item());
            var receipt = cast(poll, meeting.member(1), Choice.YES);
            var own = new EnteredVote(meeting.member(1), Choice.YES, receipt);
            refused("voting.correct-entry.own", () -> correctEntry(meeting, poll, own, Choice.NO));
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql(
                                    "update voting_vote set choice = 'NO', receipt = gen_random_uuid(), entered_for = true where poll_id = ?")
                            .param(poll.value())
                            .update());
            Acting.as(meeting.chair(), () -> conduct.enterVote(poll, meeting.member(2), Choice.YES, UUID.randomUUID()));
            var seen = entered(meeting, poll, meeting.member(2));
            for (var other : List.of(meeting.member(2), meeting.member(3))) {
                assertThatExceptionOfType(AccessDeniedException.class)
                        .isThrownBy(() -> Acting.as(other, () -> correcting.correctEntry(poll, seen, Choice.NO)));
                assertThatExceptionOfType(AccessDeniedException.class)
                        .as("nor does anybody else learn the votes of an open poll")
                        .isThrownBy(() -> Acting.as(other, () -> correcting.entered(poll)));
            }
            refused(
                    "voting.correct-entry.none",
                    () -> correctEntry(
                            meeting,
                            poll,
                            new EnteredVote(meeting.member(3), Choice.YES, UUID.randomUUID()),
                            Choice.NO));
        }
    }

    private EnteredVote entered(TestMeeting meeting, PollId poll, PersonId member) {
        return Acting.as(meeting.chair(), () -> correcting.entered(poll)).stream()
                .filter(it -> it.person().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private void correctEntry(TestMeeting meeting, PollId poll, EnteredVote seen, Choice choice) {
        Acting.as(meeting.chair(), () -> correcting.correctEntry(poll, seen, choice));
    }

    @Test
    @DisplayName("is none of a secret vote: there is nothing by name that could be changed")
    void notSecret() {
        var meeting = TestMeeting.open(5, 5, CORRECTABLE, context);
        var motion = MotionId.next();
        Acting.as(
                meeting.member(1),
                () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.SECRET_VOTE, ""));
        Acting.as(meeting.chair(), () -> motions.countAsking(motion, 5));
        var poll = meeting.openPoll(meeting.item());

        assertThat(Acting.as(meeting.chair(), () -> polls.poll(poll)).correctable())
                .isFalse();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update voting_poll set correctable = true where id = ?")
                        .param(poll.value())
                        .update());
    }

    @Test
    @DisplayName("has one vote that counts for each voter; the database refuses everything else")
    void theDatabaseRefuses() {
        var meeting = TestMeeting.open(3, 3, CORRECTABLE, context);
        var poll = meeting.openPoll(meeting.item());
        var first = cast(poll, meeting.member(1), Choice.YES);
        var second = correct(poll, meeting.member(1), Choice.NO, first);
        var another = "insert into voting_vote (poll_id, person_id, choice, cast_at, receipt, entered_for)"
                + " select poll_id, person_id, 'NO', cast_at, gen_random_uuid(), false from voting_vote where poll_id = ?";
        var backAgain = "update voting_vote set choice = 'YES', receipt = '%s' where poll_id = ?".formatted(first);
        var unseen = "update voting_vote set choice = 'YES' where poll_id = ?";
        var changed = "update voting_replaced_vote set choice = 'NO' where poll_id = ?";
        var forged =
                "insert into voting_replaced_vote select poll_id, person_id, gen_random_uuid(), 'NO', cast_at, false,"
                        + " receipt, cast_at from voting_vote where poll_id = ?";
        var gone = "delete from voting_replaced_vote where poll_id = ?";

        for (var attempt : List.of(another, backAgain, unseen, changed, forged, gone)) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(attempt)
                    .isThrownBy(() -> database.sql(attempt).param(poll.value()).update());
        }
        close(meeting, poll);
        var late = "update voting_vote set choice = 'YES', receipt = gen_random_uuid() where poll_id = ?";
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql(late).param(poll.value()).update());
        assertThat(Acting.as(meeting.member(1), () -> voting.myVote(poll)))
                .hasValueSatisfying(it -> assertThat(it.receipt()).isEqualTo(second));
    }
}
