package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.chamber.Boards;
import de.ratssaal.identity.PersonId;
import java.util.List;
import java.util.NoSuchElementException;
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
@DisplayName("R9: Motions on the procedure")
class ProceduralMotionsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ProceduralMotions motions;

    @Autowired
    PollConduct polls;

    @Autowired
    PollVoting voting;

    @Autowired
    Polls reading;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    Boards boards;

    @Autowired
    JdbcClient database;

    private MotionId move(TestMeeting meeting, PersonId by, MotionKind kind) {
        var id = MotionId.next();
        Acting.as(by, () -> motions.move(id, meeting.id(), meeting.item(), kind, ""));
        return id;
    }

    private ProceduralMotion read(TestMeeting meeting, MotionId id) {
        return Acting.as(meeting.chair(), () -> motions.of(meeting.id())).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void count(TestMeeting meeting, MotionId id, int yes, int no) {
        Acting.as(meeting.chair(), () -> motions.count(id, new Tally(yes, no, 0)));
    }

    @Test
    @DisplayName(
            "go before everything else: no vote on the item is opened, and the item is not finished, before they are decided")
    void first() {
        var meeting = TestMeeting.open(5, 5, context);
        var motion = move(meeting, meeting.member(2), MotionKind.END_DEBATE);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> meeting.openPoll(meeting.item()))
                .withMessage("voting.motion.first");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> meeting.call(meeting.nonPublic()))
                .withMessage("voting.motion.first");

        count(meeting, motion, 2, 3);
        assertThat(read(meeting, motion).state()).isEqualTo(MotionState.REJECTED);
        assertThat(meeting.openPoll(meeting.item())).isNotNull();
    }

    @Test
    @DisplayName("are decided the furthest-reaching first, in whatever order they were moved")
    void furthestReachingFirst() {
        var meeting = TestMeeting.open(5, 5, context);
        var end = move(meeting, meeting.member(1), MotionKind.END_DEBATE);
        var refer = move(meeting, meeting.member(2), MotionKind.REFER);
        var defer = move(meeting, meeting.member(3), MotionKind.DEFER);

        assertThat(Acting.as(meeting.chair(), () -> motions.of(meeting.id())))
                .extracting(ProceduralMotion::id)
                .containsExactly(defer, refer, end);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> count(meeting, end, 5, 0))
                .withMessage("voting.motion.further-one-first");
        count(meeting, defer, 1, 4);
        count(meeting, refer, 1, 4);
        count(meeting, end, 5, 0);
        assertThat(read(meeting, end).state()).isEqualTo(MotionState.ADOPTED);
    }

    @Test
    @DisplayName("that defer the item settle it, and what else was moved on it has come to nothing; a tie rejects")
    void defers() {
        var meeting = TestMeeting.open(5, 4, context);
        var tied = move(meeting, meeting.member(1), MotionKind.DEFER);
        count(meeting, tied, 2, 2);
        assertThat(read(meeting, tied).state()).isEqualTo(MotionState.REJECTED);

        var defer = move(meeting, meeting.member(1), MotionKind.DEFER);
        var end = move(meeting, meeting.member(2), MotionKind.END_DEBATE);
        count(meeting, defer, 3, 1);

        assertThat(read(meeting, end).state()).isEqualTo(MotionState.WITHDRAWN);
        assertThat(Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())))
                .singleElement()
                .extracting(Resolution::outcome)
                .isEqualTo(Outcome.DEFERRED);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> move(meeting, meeting.member(2), MotionKind.REFER))
                .withMessage("voting.record.settled");
    }

    @Test
    @DisplayName(
            "that settle the item end it cleanly: a question that was prepared is in nobody's way, and the next item can be called")
    void endsCleanly() {
        for (var kind : List.of(MotionKind.DEFER, MotionKind.REFER, MotionKind.PASS_TO_NEXT_ITEM)) {
            var meeting = TestMeeting.open(5, 5, context);
            var prepared = Acting.as(
                    meeting.chair(),
                    () -> polls.prepare(
                            meeting.id(), meeting.item(), new PollQuestion("Annehmen?", "", null, false), null));
            var motion = move(meeting, meeting.member(1), kind);
            count(meeting, motion, 4, 1);

            assertThat(Acting.as(meeting.member(2), () -> boards.now(meeting.id()))
                            .board()
                            .poll())
                    .as("in nobody's way")
                    .isNull();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Acting.as(meeting.chair(), () -> polls.open(prepared)))
                    .withMessage("voting.record.settled");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> meeting.openPoll(meeting.item()))
                    .withMessage("voting.record.settled");
            meeting.call(meeting.nonPublic());
        }
    }

    @Test
    @DisplayName("may be voted on by device; the result leaves the item open, and a cancelled vote the motion")
    void byDevice() {
        var meeting = TestMeeting.open(3, 3, context);
        var motion = move(meeting, meeting.member(1), MotionKind.END_DEBATE);
        var cancelled = Acting.as(meeting.chair(), () -> polls.putToVote(motion, "Schluss der Aussprache?"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.member(1), () -> motions.withdraw(motion)));
        Acting.as(meeting.chair(), () -> polls.cancel(cancelled, "Störung"));
        assertThat(read(meeting, motion).isPending()).isTrue();

        var poll = Acting.as(meeting.chair(), () -> polls.putToVote(motion, "Schluss der Aussprache?"));
        for (var member = 0; member < 3; member++) {
            Acting.as(meeting.member(member), () -> voting.cast(poll, Choice.YES, UUID.randomUUID()));
        }
        Acting.as(meeting.chair(), () -> polls.close(poll));

        assertThat(read(meeting, motion).votes()).isEqualTo(new Tally(3, 0, 0));
        assertThat(Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())))
                .isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> polls.annul(poll, "nochmal")))
                .withMessage("voting.annul.not-counted");
        assertThat(meeting.openPoll(meeting.item())).isNotNull();
    }

    @Test
    @DisplayName("are moved only by members who are present, entitled and not recused, once, and withdrawn by them")
    void whoMoves() {
        var meeting = TestMeeting.open(5, 4, context);
        var absent = meeting.member(4);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> move(meeting, absent, MotionKind.DEFER))
                .withMessage("voting.vote.absent");
        var recused = meeting.member(3);
        Acting.as(recused, () -> meeting.attendance().recuse(meeting.id(), meeting.item(), recused));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> move(meeting, recused, MotionKind.DEFER))
                .withMessage("voting.vote.recused");
        var motion = move(meeting, meeting.member(1), MotionKind.DEFER);
        Acting.as(
                meeting.member(1),
                () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.DEFER, "noch einmal gesendet"));
        assertThat(Acting.as(meeting.chair(), () -> motions.of(meeting.id()))).hasSize(1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> move(meeting, meeting.member(2), MotionKind.DEFER))
                .withMessage("voting.motion.moved-already");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> motions.withdraw(motion)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> motions.count(motion, new Tally(4, 0, 0))));
        Acting.as(meeting.member(1), () -> motions.withdraw(motion));
        Acting.as(meeting.member(1), () -> motions.withdraw(motion));
        assertThat(read(meeting, motion).state()).isEqualTo(MotionState.WITHDRAWN);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> database.sql("update voting_motion set state = 'PENDING', decided_at = null where id = ?")
                                .param(motion.value())
                                .update());
    }

    @Test
    @DisplayName("on a non-public item are not known to a guest")
    void nonPublic() {
        var meeting = TestMeeting.open(3, 3, context);
        meeting.call(meeting.nonPublic());
        var id = MotionId.next();
        Acting.as(
                meeting.member(1),
                () -> motions.move(id, meeting.id(), meeting.nonPublic(), MotionKind.END_DEBATE, ""));
        var guest = meeting.invitedGuest();

        assertThat(Acting.as(guest, () -> motions.of(meeting.id()))).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(
                        guest,
                        () -> motions.move(MotionId.next(), meeting.id(), meeting.nonPublic(), MotionKind.DEFER, "")));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> motions.withdraw(MotionId.next())));
    }

    @Test
    @DisplayName(
            "obtain a roll call if a quarter of those present ask for it (ThürKO § 39); each vote then stands beside a name")
    void rollCall() {
        var meeting = TestMeeting.open(8, 8, context);
        var refused = move(meeting, meeting.member(1), MotionKind.ROLL_CALL);
        Acting.as(meeting.chair(), () -> motions.countAsking(refused, 1));
        assertThat(read(meeting, refused).state()).isEqualTo(MotionState.REJECTED);

        var asked = move(meeting, meeting.member(1), MotionKind.ROLL_CALL);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> count(meeting, asked, 8, 0))
                .withMessage("voting.motion.is-demand");
        Acting.as(meeting.chair(), () -> motions.countAsking(asked, 2));

        var poll = meeting.openPoll(meeting.item());
        assertThat(Acting.as(meeting.chair(), () -> reading.poll(poll)).mode()).isEqualTo(BallotMode.ROLL_CALL);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> polls.enterCount(poll, new Tally(3, 0, 0))))
                .withMessage("voting.count.roll-call");
        Acting.as(meeting.chair(), () -> polls.enterVote(poll, meeting.member(2), Choice.NO, UUID.randomUUID()));
        Acting.as(meeting.chair(), () -> polls.close(poll));
        assertThat(Acting.as(meeting.chair(), () -> reading.votes(poll)))
                .singleElement()
                .satisfies(it -> assertThat(it.person()).isEqualTo(meeting.member(2)));
    }

    @Test
    @DisplayName("obtain a secret vote if more than half of those present ask for it; it goes before a roll call")
    void secret() {
        var meeting = TestMeeting.open(8, 8, context);
        var half = move(meeting, meeting.member(1), MotionKind.SECRET_VOTE);
        Acting.as(meeting.chair(), () -> motions.countAsking(half, 4));
        assertThat(read(meeting, half).state()).isEqualTo(MotionState.REJECTED);
        for (var kind : new MotionKind[] {MotionKind.ROLL_CALL, MotionKind.SECRET_VOTE}) {
            var asked = move(meeting, meeting.member(1), kind);
            Acting.as(meeting.chair(), () -> motions.countAsking(asked, 5));
        }
        assertThat(Acting.as(meeting.chair(), () -> motions.modeOf(meeting.id(), meeting.item())))
                .isEqualTo(BallotMode.SECRET);
        var remote = meeting.member(7);
        meeting.arrive(remote, Place.REMOTE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> meeting.openPoll(meeting.item()))
                .withMessage("voting.open.secret-elsewhere");
        meeting.arrive(remote, Place.ROOM);

        var poll = meeting.openPoll(meeting.item());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> voting.cast(poll, Choice.YES, UUID.randomUUID())));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(
                        meeting.chair(), () -> polls.enterVote(poll, meeting.member(2), Choice.YES, UUID.randomUUID())))
                .withMessage("voting.enter.secret");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> polls.enterBallots(poll, new Tally(4, 3, 1), 1)))
                .withMessage("voting.count.too-many");
        Acting.as(meeting.chair(), () -> polls.enterBallots(poll, new Tally(4, 3, 0), 1));
        var counted = Acting.as(meeting.chair(), () -> polls.close(poll));
        assertThat(counted.tally()).isEqualTo(new Tally(4, 3, 0));
        assertThat(counted.invalid()).isEqualTo(1);
        assertThat(counted.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
        assertThat(database.sql("select count(*) from voting_entitled where poll_id = ?")
                        .param(poll.value())
                        .query(Long.class)
                        .single())
                .as("names beside a secret vote")
                .isZero();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> database.sql("insert into voting_entitled (poll_id, person_id, seat) values (?, ?, ?)")
                                .params(poll.value(), remote.value(), remote.value())
                                .update());
    }

    @Test
    @DisplayName("that were counted wrongly are refused: more votes or demands than members are present")
    void tooMany() {
        var meeting = TestMeeting.open(5, 4, context);
        var end = move(meeting, meeting.member(1), MotionKind.END_DEBATE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> count(meeting, end, 5, 0))
                .withMessage("voting.count.too-many");
        var asked = move(meeting, meeting.member(1), MotionKind.ROLL_CALL);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> motions.countAsking(asked, 5)))
                .withMessage("voting.count.too-many");
        meeting.arrive(meeting.member(4), Place.REMOTE);
        count(meeting, end, 5, 0);
        assertThat(read(meeting, end).state()).isEqualTo(MotionState.ADOPTED);
    }

    @Test
    @DisplayName(
            "are not moved while a vote runs, and come to nothing when the item is settled otherwise: the meeting can go on")
    void neverHoldUp() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = meeting.openPoll(meeting.item());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> move(meeting, meeting.member(2), MotionKind.END_DEBATE))
                .withMessage("voting.motion.vote-runs");
        Acting.as(meeting.chair(), () -> polls.cancel(poll, "noch eine Frage"));
        var motion = move(meeting, meeting.member(2), MotionKind.END_DEBATE);

        Acting.as(meeting.chair(), () -> resolutions.record(meeting.id(), meeting.item(), Outcome.NOTED));

        assertThat(read(meeting, motion).state()).isEqualTo(MotionState.WITHDRAWN);
        meeting.call(meeting.nonPublic());
    }

    @Test
    @DisplayName("R11: to exclude the public are not shown to the public, and their vote is not either")
    void excludingThePublic() {
        var meeting = TestMeeting.open(5, 5, context);
        var motion = move(meeting, meeting.member(1), MotionKind.EXCLUDE_PUBLIC);
        var poll = Acting.as(meeting.chair(), () -> polls.putToVote(motion, "Ausschluss der Öffentlichkeit?"));
        var guest = meeting.invitedGuest();

        assertThat(Acting.as(guest, () -> motions.of(meeting.id()))).isEmpty();
        assertThat(Acting.as(guest, () -> reading.of(meeting.id()))).isEmpty();
        assertThat(Acting.as(meeting.member(2), () -> reading.poll(poll)).id()).isEqualTo(poll);
    }

    @Test
    @DisplayName("are not rejected by a press on a form that nobody filled in")
    void nothingEntered() {
        var meeting = TestMeeting.open(5, 5, context);
        var end = move(meeting, meeting.member(1), MotionKind.END_DEBATE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> count(meeting, end, 0, 0))
                .withMessage("voting.motion.no-votes");
        var asked = move(meeting, meeting.member(1), MotionKind.ROLL_CALL);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> motions.countAsking(asked, 0)))
                .withMessage("voting.motion.asking-missing");
    }

    @Test
    @DisplayName(
            "for a secret vote: who leaves after voting leaves a ballot behind, nobody turns out recused meanwhile, and nothing is counted as nothing")
    void ballotsInTheUrn() {
        var meeting = TestMeeting.open(8, 8, context);
        var asked = move(meeting, meeting.member(1), MotionKind.SECRET_VOTE);
        Acting.as(meeting.chair(), () -> motions.countAsking(asked, 5));
        var poll = meeting.openPoll(meeting.item());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> polls.close(poll)))
                .withMessage("voting.close.no-ballots");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(
                        meeting.chair(),
                        () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(3))))
                .withMessage("voting.recusal.secret-runs");
        Acting.as(meeting.chair(), () -> polls.enterBallots(poll, new Tally(5, 2, 1), 0));
        Acting.as(meeting.member(4), () -> meeting.attendance().leave(meeting.id(), meeting.member(4)));

        assertThat(Acting.as(meeting.chair(), () -> polls.close(poll)).tally()).isEqualTo(new Tally(5, 2, 1));
    }
}
