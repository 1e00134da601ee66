package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Meetings;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
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
@DisplayName("R4, R7, R8, R15: An open vote")
class PollVotingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PollVoting voting;

    @Autowired
    PollConduct conduct;

    @Autowired
    Polls polls;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    Meetings meetings;

    @Autowired
    JdbcClient database;

    private CastVote cast(PollId poll, PersonId who, Choice choice, UUID receipt) {
        return Acting.as(who, () -> voting.cast(poll, choice, receipt));
    }

    private CastVote cast(PollId poll, PersonId who, Choice choice) {
        return cast(poll, who, choice, UUID.randomUUID());
    }

    private PollSummary close(TestMeeting meeting, PollId poll) {
        return Acting.as(meeting.chair(), () -> conduct.close(poll));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    @Test
    @DisplayName("of 38 members present gives 33 yes, 0 no, 5 abstentions: adopted with changes, as it was worded")
    void theRealDecision() {
        var meeting = TestMeeting.open(51, 38, context);
        var poll = meeting.openPoll(meeting.item());
        IntStream.range(0, 38).forEach(it -> cast(poll, meeting.member(it), it < 33 ? Choice.YES : Choice.ABSTENTION));

        var result = close(meeting, poll);

        assertThat(result.tally()).isEqualTo(new Tally(33, 0, 5));
        assertThat(result.recused()).isZero();
        assertThat(result.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
        assertThat(Acting.as(meeting.member(50), () -> resolutions.of(meeting.id())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.wording()).isEqualTo("Wortlaut");
                    assertThat(it.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
                });
        assertThat(Acting.as(meeting.member(50), () -> polls.votes(poll))).hasSize(38);
    }

    @Test
    @DisplayName("shows who has voted while it runs, and how only once it is closed")
    void howIsShownAfterClosing() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        cast(poll, meeting.member(1), Choice.NO);

        assertThat(Acting.as(meeting.member(2), () -> polls.voted(poll))).containsExactly(meeting.member(1));
        assertThat(Acting.as(meeting.member(2), () -> polls.votes(poll))).isEmpty();
    }

    @Test
    @DisplayName("is in the audit log at once, its choice only under a seal, which fits once the vote is closed")
    void sealedInTheLog() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        cast(poll, meeting.member(0), Choice.YES);
        cast(poll, meeting.member(1), Choice.NO);
        Acting.as(
                meeting.chair(),
                () -> conduct.enterVote(poll, meeting.member(2), Choice.ABSTENTION, UUID.randomUUID()));

        var lines = logOf(poll);

        assertThat(lines)
                .hasSize(3)
                .allMatch(it -> it.matches("poll \\S+: \\S+ voted, sealed [0-9a-f]{64}(, entered by the secretariat)?"))
                .anyMatch(it -> it.contains(meeting.member(1) + " voted"));
        close(meeting, poll);
        assertThat(logOf(poll)).isEqualTo(lines);
        assertThat(asInTheLog(poll)).containsExactly(true, true, true);
    }

    private List<String> logOf(PollId poll) {
        return database.sql("select line from audit_entry where type = 'voting.VoteCast' and line like ? order by id")
                .param("poll " + poll + ":%")
                .query(String.class)
                .list();
    }

    /** As docs/audit-log.md says. */
    private List<Boolean> asInTheLog(PollId poll) {
        return database.sql("""
                        select exists (
                            select 1 from audit_entry e
                            where e.type = 'voting.VoteCast' and e.line like format('poll %s: %s voted, sealed %s%%', v.poll_id,
                                v.person_id, encode(sha256(convert_to(
                                    concat_ws(E'\\n', 'ratssaal.vote/1', v.poll_id, v.person_id, v.choice, v.receipt, ''),
                                    'UTF8')), 'hex'))
                        )
                        from voting_vote v where v.poll_id = ?
                        """).param(poll.value()).query(Boolean.class).list();
    }

    @Test
    @DisplayName("counts a vote once, also when it is sent again because its answer was lost")
    void sentAgain() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        var receipt = UUID.randomUUID();

        assertThat(cast(poll, meeting.member(1), Choice.YES, receipt)).isInstanceOf(CastVote.Stored.class);
        assertThat(cast(poll, meeting.member(1), Choice.YES, receipt)).isInstanceOf(CastVote.AlreadyStored.class);
        assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(1, 0, 0));
        assertThat(cast(poll, meeting.member(1), Choice.YES, receipt)).isInstanceOf(CastVote.AlreadyStored.class);
    }

    @Test
    @DisplayName("refuses a second vote from another window; the first one counts")
    void secondWindow() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        cast(poll, meeting.member(1), Choice.YES);

        refused("voting.vote.twice", () -> cast(poll, meeting.member(1), Choice.NO));

        assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    @DisplayName("refuses a vote of a recused, an absent and an unentitled person, and says why")
    void whoMayNotVote() {
        var meeting = TestMeeting.open(5, 4, context);
        Acting.as(
                meeting.member(1), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(1)));
        var poll = meeting.openPoll(meeting.item());

        refused("voting.vote.recused", () -> cast(poll, meeting.member(1), Choice.YES));
        refused("voting.vote.absent", () -> cast(poll, meeting.member(4), Choice.YES));
        refused("voting.vote.no-right", () -> cast(poll, PersonId.next(), Choice.YES));
        assertThat(close(meeting, poll)).satisfies(it -> {
            assertThat(it.tally()).isEqualTo(Tally.EMPTY);
            assertThat(it.recused()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("refuses a vote after it was cancelled, and after closing")
    void afterClosing() {
        var meeting = TestMeeting.open(3, 3, context);
        var cancelled = meeting.openPoll(meeting.item());
        Acting.as(meeting.chair(), () -> conduct.cancel(cancelled, "Zählfehler"));
        refused("voting.vote.poll-not-open", () -> cast(cancelled, meeting.member(1), Choice.YES));

        var closed = meeting.openPoll(meeting.item());
        close(meeting, closed);
        refused("voting.vote.poll-not-open", () -> cast(closed, meeting.member(1), Choice.YES));
    }

    @Test
    @DisplayName("is not opened without a quorum, nor by a member")
    void opening() {
        var meeting = TestMeeting.open(5, 2, context);
        refused("attendance.quorum.not-met", () -> meeting.openPoll(meeting.item()));

        meeting.arrive(meeting.member(2), Place.ROOM);
        var poll = meeting.openPoll(meeting.item());
        assertThatExceptionOfType(org.springframework.security.access.AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> conduct.close(poll)));
    }

    @Test
    @DisplayName("decides nothing if the quorum is lost between opening and closing")
    void quorumLost() {
        var meeting = TestMeeting.open(5, 3, context);
        var poll = meeting.openPoll(meeting.item());
        cast(poll, meeting.member(1), Choice.YES);
        Acting.as(meeting.member(2), () -> meeting.attendance().leave(meeting.id(), meeting.member(2)));

        refused("attendance.quorum.not-met", () -> close(meeting, poll));

        Acting.as(meeting.chair(), () -> conduct.cancel(poll, "Beschlussunfähig"));
        assertThat(Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())))
                .isEmpty();
    }

    @Test
    @DisplayName("that cannot be opened leaves nothing behind for members' screens")
    void refusedOpeningLeavesNothing() {
        var meeting = TestMeeting.open(5, 2, context);

        refused("attendance.quorum.not-met", () -> putToVote(meeting));
        assertThat(Acting.as(meeting.chair(), () -> polls.of(meeting.id()))).isEmpty();

        meeting.arrive(meeting.member(2), Place.ROOM);
        putToVote(meeting);
        assertThat(Acting.as(meeting.chair(), () -> polls.of(meeting.id())))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(PollState.OPEN));
    }

    private PollId putToVote(TestMeeting meeting) {
        return Acting.as(
                meeting.chair(),
                () -> conduct.putToVote(
                        meeting.id(), meeting.item(), new PollQuestion("Annehmen?", "Wortlaut", null, true), null));
    }

    @Test
    @DisplayName("lets somebody who arrives late vote, and nobody who has left")
    void comingAndGoing() {
        var meeting = TestMeeting.open(5, 4, context);
        var poll = meeting.openPoll(meeting.item());
        meeting.arrive(meeting.member(4), Place.REMOTE);
        Acting.as(meeting.member(3), () -> meeting.attendance().leave(meeting.id(), meeting.member(3)));

        cast(poll, meeting.member(4), Choice.YES);

        refused("voting.vote.absent", () -> cast(poll, meeting.member(3), Choice.NO));
    }

    @Test
    @DisplayName("cannot be made void afterwards: who has voted is not recused any more")
    void noRecusalAfterVoting() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        cast(poll, meeting.member(1), Choice.YES);

        refused(
                "voting.recusal.has-voted",
                () -> Acting.as(
                        meeting.chair(),
                        () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(1))));

        assertThat(Acting.as(meeting.chair(), () -> meeting.attendance().recusals(meeting.id())))
                .isEmpty();
    }

    @Test
    @DisplayName("cannot be made void once it is closed: nobody is recused any more, also not whose hand was counted")
    void noRecusalAfterTheResult() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        Acting.as(meeting.chair(), () -> conduct.enterCount(poll, new Tally(3, 0, 0)));
        close(meeting, poll);

        for (var who : List.of(meeting.chair(), meeting.member(2))) {
            refused(
                    "voting.recusal.has-been-voted",
                    () -> Acting.as(
                            who, () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(2))));
        }

        assertThat(Acting.as(meeting.chair(), () -> meeting.attendance().recusals(meeting.id())))
                .isEmpty();
    }

    @Test
    @DisplayName("on a non-public item takes a remote member's word that nobody listens (R17)")
    void remoteAndNonPublic() {
        var meeting = TestMeeting.open(3, 2, context);
        meeting.arrive(meeting.member(2), Place.REMOTE);
        meeting.call(meeting.nonPublic());
        var poll = meeting.openPoll(meeting.nonPublic());
        refused("voting.vote.not-alone", () -> cast(poll, meeting.member(2), Choice.YES));

        Acting.as(meeting.member(2), () -> meeting.attendance().confirmAlone(meeting.id(), meeting.nonPublic()));

        assertThat(cast(poll, meeting.member(2), Choice.YES)).isInstanceOf(CastVote.Stored.class);
    }

    @Test
    @DisplayName("on a non-public item asks remote members for their word, also after a guest has arrived (R17)")
    void guestArrivesDuringNonPublicVote() {
        var meeting = TestMeeting.open(3, 2, context);
        meeting.arrive(meeting.member(2), Place.REMOTE);
        meeting.call(meeting.nonPublic());
        var poll = meeting.openPoll(meeting.nonPublic());
        var guest = meeting.invitedGuest();

        Acting.as(guest, () -> meeting.attendance().arrive(meeting.id(), guest, Place.REMOTE));

        refused("voting.vote.not-alone", () -> cast(poll, meeting.member(2), Choice.YES));
        assertThat(Acting.as(meeting.chair(), () -> polls.entitled(poll))).doesNotContain(meeting.member(2));
    }

    @Test
    @DisplayName("on a non-public item is invisible to whoever does not belong to the council")
    void nonPublicStaysNonPublic() {
        var meeting = TestMeeting.open(3, 3, context);
        meeting.call(meeting.nonPublic());
        var poll = meeting.openPoll(meeting.nonPublic());
        close(meeting, poll);
        var stranger = PersonId.next();

        assertThatExceptionOfType(java.util.NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(stranger, () -> polls.poll(poll)));
        assertThat(Acting.as(stranger, () -> polls.of(meeting.id()))).isEmpty();
        assertThat(Acting.as(stranger, () -> resolutions.of(meeting.id()))).isEmpty();
        assertThat(asSystem(() -> polls.publicOf(meeting.id()))).isEmpty();
        assertThat(asSystem(() -> resolutions.publicOf(meeting.id()))).isEmpty();
    }

    private <T> T asSystem(java.util.function.Supplier<T> work) {
        return context.getBean(de.ratssaal.identity.Access.class).asSystem("test", work);
    }

    @Test
    @DisplayName("is read as the public’s by the application itself alone, not by a view that forgot to ask who looks")
    void publicReadsAreForPublication() {
        var meeting = TestMeeting.open(3, 3, context);
        var published = List.<Runnable>of(
                () -> context.getBean(de.ratssaal.meeting.Meetings.class).publicView(meeting.id()),
                () -> polls.publicOf(meeting.id()),
                () -> resolutions.publicOf(meeting.id()),
                () -> context.getBean(de.ratssaal.paper.PaperShelf.class).isKeptFromPublic(meeting.item()));
        for (var read : published) {
            asSystem(() -> {
                read.run();
                return true;
            });
            for (var reader : List.of(meeting.chair(), PersonId.next())) {
                assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> Acting.as(reader, read::run));
            }
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(read::run);
        }
    }

    @Test
    @DisplayName("follows its item into the non-public part, also if it was prepared before")
    void publicExcludedLater() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = prepared(meeting);
        excludePublic(meeting);
        var stranger = PersonId.next();

        assertThatExceptionOfType(java.util.NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(stranger, () -> polls.poll(poll)));
        assertThat(Acting.as(stranger, () -> polls.of(meeting.id()))).isEmpty();

        Acting.as(meeting.chair(), () -> conduct.open(poll));
        close(meeting, poll);
        assertThat(asSystem(() -> resolutions.publicOf(meeting.id()))).isEmpty();
    }

    @Test
    @DisplayName("ends before the public is excluded: nobody votes on in a non-public item without their word (R17)")
    void publicExcludedMeanwhile() {
        var meeting = TestMeeting.open(3, 2, context);
        meeting.arrive(meeting.member(2), Place.REMOTE);
        var poll = meeting.openPoll(meeting.item());

        refused("voting.item.poll-is-open", () -> excludePublic(meeting));
        assertThat(Acting.as(PersonId.next(), () -> polls.poll(poll)).state()).isEqualTo(PollState.OPEN);

        Acting.as(meeting.chair(), () -> conduct.cancel(poll, "Personalangelegenheit"));
        excludePublic(meeting);
        var again = meeting.openPoll(meeting.item());
        refused("voting.vote.not-alone", () -> cast(again, meeting.member(2), Choice.YES));
    }

    @Test
    @DisplayName("taken in public stays public: the public is not excluded from a decision afterwards (R11)")
    void publicExcludedAfterwards() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        close(meeting, poll);

        refused("voting.record.settled", () -> excludePublic(meeting));

        assertThat(asSystem(() -> resolutions.publicOf(meeting.id()))).hasSize(1);
    }

    @Test
    @DisplayName("and an exclusion of the public at the same moment: an open vote never changes its publicity")
    void openedAndExcludedAtOnce() throws Exception {
        for (var round = 0; round < 5; round++) {
            var meeting = TestMeeting.open(3, 2, context);
            meeting.arrive(meeting.member(2), Place.REMOTE);
            var poll = prepared(meeting);

            var done = atOnce(List.of(
                    () -> acts("conduct.doors.decide-first", meeting.member(1), () -> conduct.open(poll)),
                    () -> acts("voting.item.poll-is-open", meeting.member(0), () -> excludePublic(meeting))));

            if (!done.getFirst()) {
                Acting.as(meeting.chair(), () -> conduct.open(poll)); // it came while the doors were closed
            }
            assertThat(Acting.as(meeting.chair(), () -> polls.entitled(poll)).contains(meeting.member(2)))
                    .isEqualTo(!done.getLast());
        }
    }

    private static void excludePublic(TestMeeting meeting) {
        meeting.excludePublic("Personalangelegenheit");
    }

    @Test
    @DisplayName("adds hands counted in the room, never more than have not voted")
    void showOfHands() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = meeting.openPoll(meeting.item());
        cast(poll, meeting.member(1), Choice.NO);
        refused(
                "voting.count.too-many",
                () -> Acting.as(meeting.chair(), () -> conduct.enterCount(poll, new Tally(4, 1, 0))));

        Acting.as(meeting.chair(), () -> conduct.enterCount(poll, new Tally(3, 0, 1)));

        assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(3, 1, 1));
    }

    @Test
    @DisplayName("marks a vote that the secretariat entered")
    void enteredForAMember() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        Acting.as(meeting.chair(), () -> conduct.enterVote(poll, meeting.member(1), Choice.NO, UUID.randomUUID()));
        close(meeting, poll);

        assertThat(Acting.as(meeting.chair(), () -> polls.votes(poll)))
                .singleElement()
                .satisfies(it -> assertThat(it.enteredFor()).isTrue());
    }

    @Test
    @DisplayName("is entered for members in the room only: nobody saw a remote member's hand")
    void notEnteredForRemoteMembers() {
        var meeting = TestMeeting.open(3, 2, context);
        meeting.arrive(meeting.member(2), Place.REMOTE);
        var poll = meeting.openPoll(meeting.item());

        refused(
                "voting.enter.remote",
                () -> Acting.as(
                        meeting.chair(),
                        () -> conduct.enterVote(poll, meeting.member(2), Choice.YES, UUID.randomUUID())));

        assertThat(Acting.as(meeting.chair(), () -> polls.voted(poll))).isEmpty();
        assertThat(cast(poll, meeting.member(2), Choice.NO)).isInstanceOf(CastVote.Stored.class);
    }

    @Test
    @DisplayName("counts every vote that was acknowledged, though all vote while it is being closed")
    void votingAndClosingAtOnce() throws Exception {
        var meeting = TestMeeting.open(40, 40, context);
        var poll = meeting.openPoll(meeting.item());
        var acts = new ArrayList<Callable<Boolean>>();
        meeting.council()
                .members()
                .forEach(it -> acts.add(() -> {
                    try {
                        cast(poll, it, Choice.YES);
                        return true;
                    } catch (Refusal refusal) {
                        assertThat(refusal.key()).isEqualTo("voting.vote.poll-not-open");
                        return false;
                    }
                }));
        acts.add(20, () -> {
            close(meeting, poll);
            return false;
        });

        var acknowledged = atOnce(acts).stream().filter(it -> it).count();

        assertThat(Acting.as(meeting.chair(), () -> polls.poll(poll)).tally().yes())
                .isEqualTo((int) acknowledged);
    }

    @Test
    @DisplayName("is stored once though one person votes in eight windows at the same moment")
    void eightWindows() throws Exception {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());

        var stored = atOnce(IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(it -> () -> {
                            try {
                                cast(poll, meeting.member(1), it % 2 == 0 ? Choice.YES : Choice.NO);
                                return true;
                            } catch (Refusal refusal) {
                                return false;
                            }
                        })
                        .toList())
                .stream()
                .filter(it -> it)
                .count();

        assertThat(stored).isEqualTo(1);
        assertThat(close(meeting, poll).tally().total()).isEqualTo(1);
    }

    @Test
    @DisplayName("is opened once though two chairs press at the same moment")
    void twoChairsOpen() throws Exception {
        var meeting = TestMeeting.open(4, 4, context);
        var poll = prepared(meeting);

        var opened = atOnce(List.of(
                () -> acts(meeting.member(0), () -> conduct.open(poll)),
                () -> acts(meeting.member(1), () -> conduct.open(poll))));

        assertThat(opened).as("both see it open").containsExactly(true, true);
        assertThat(database.sql("select line from audit_entry where subject = ? and type = 'voting.PollOpened'")
                        .param("meeting/" + meeting.id())
                        .query(String.class)
                        .list())
                .as("one opening in the audit log")
                .hasSize(1);
        assertThat(Acting.as(meeting.chair(), () -> polls.entitled(poll))).hasSize(4);
    }

    @Test
    @DisplayName("is the only one though two chairs open different ones at the same moment")
    void twoChairsOpenTwo() throws Exception {
        var meeting = TestMeeting.open(4, 4, context);
        var one = prepared(meeting);
        var other = prepared(meeting);

        var opened = atOnce(List.of(
                () -> acts("voting.open.another-is-open", meeting.member(0), () -> conduct.open(one)),
                () -> acts("voting.open.another-is-open", meeting.member(1), () -> conduct.open(other))));

        assertThat(opened).containsExactlyInAnyOrder(true, false);
    }

    @Test
    @DisplayName("has one end though one chair closes it and the other cancels it at the same moment")
    void twoChairsEnd() throws Exception {
        var meeting = TestMeeting.open(4, 4, context);
        var poll = meeting.openPoll(meeting.item());
        cast(poll, meeting.member(2), Choice.YES);

        var ended = atOnce(List.of(
                () -> acts("voting.poll.is-cancelled", meeting.member(0), () -> conduct.close(poll)),
                () -> acts("voting.poll.is-closed", meeting.member(1), () -> conduct.cancel(poll, "Zählfehler"))));

        assertThat(ended).containsExactlyInAnyOrder(true, false);
        assertThat(Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())))
                .hasSize(ended.getFirst() ? 1 : 0);
    }

    @Test
    @DisplayName("keeps its item before the meeting, though the other chair calls the next one at the same moment")
    void openingAndCallingAtOnce() throws Exception {
        for (var round = 0; round < 5; round++) {
            var meeting = TestMeeting.open(4, 4, context);
            var poll = prepared(meeting);
            var seen = meeting.revision();

            var done = atOnce(List.of(
                    () -> acts("voting.open.item-not-called", meeting.member(0), () -> conduct.open(poll)),
                    () -> acts(
                            "voting.item.poll-is-open",
                            meeting.member(1),
                            () -> meeting.conduct().callItem(meeting.id(), meeting.nonPublic(), seen))));

            assertThat(done).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    @DisplayName("is ended before its meeting")
    void meetingStaysOpenWhileVoting() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        var seen = meeting.revision();

        refused(
                "voting.item.poll-is-open",
                () -> Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), seen)));

        close(meeting, poll);
        Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), seen));
    }

    @Test
    @DisplayName("is ended before its meeting, also when the meeting is interrupted; meanwhile nothing is decided")
    void interruptedMeeting() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        Acting.as(meeting.chair(), () -> meeting.conduct().interrupt(meeting.id(), meeting.revision()));

        refused(
                "voting.item.poll-is-open",
                () -> Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), meeting.revision())));
        refused("voting.open.meeting-not-open", () -> close(meeting, poll));

        Acting.as(meeting.chair(), () -> conduct.cancel(poll, "Störung der Übertragung"));
        Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), meeting.revision()));
    }

    @Test
    @DisplayName("does not count a member's hand and their own device both")
    void handAndDevice() {
        var meeting = TestMeeting.open(5, 3, context);
        meeting.arrive(meeting.member(3), Place.REMOTE);
        meeting.arrive(meeting.member(4), Place.REMOTE);
        var poll = meeting.openPoll(meeting.item());
        Acting.as(meeting.chair(), () -> conduct.enterCount(poll, new Tally(3, 0, 0)));
        cast(poll, meeting.member(1), Choice.YES);

        refused("voting.count.too-many", () -> close(meeting, poll));

        Acting.as(meeting.chair(), () -> conduct.enterCount(poll, new Tally(2, 0, 0)));
        assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(3, 0, 0));
    }

    @Test
    @DisplayName("has one vote for a seat, though substitute and member are both there one after the other")
    void oneVoteForASeat() {
        var meeting = TestMeeting.open(5, 4, context);
        var substitute = meeting.appointSubstituteFor(meeting.member(4));
        meeting.isEntered(substitute, Place.ROOM);
        var poll = meeting.openPoll(meeting.item());
        cast(poll, substitute, Choice.YES);

        meeting.arrive(meeting.member(4), Place.ROOM);

        refused("voting.vote.seat-has-voted", () -> cast(poll, meeting.member(4), Choice.NO));
        assertThat(Acting.as(meeting.chair(), () -> polls.entitled(poll))).hasSize(5);
    }

    @Test
    @DisplayName("R19: is not joined by a substitute who was not called and takes an empty seat themselves")
    void nobodyTakesASeatThemselves() {
        var meeting = TestMeeting.open(5, 4, context);
        var substitute = meeting.appointSubstituteFor(meeting.member(4));

        refused("distribution.substitute.not-called", () -> meeting.arrive(substitute, Place.ROOM));

        assertThat(Acting.as(meeting.chair(), () -> meeting.attendance().present(meeting.id())))
                .noneMatch(it -> it.person().equals(substitute));
        assertThat(Acting.as(substitute, () -> meetings.maySeeNonPublic(meeting.id())))
                .isFalse();
    }

    @Test
    @DisplayName("R19: a substitute who listens is called when the member goes, and sees what they vote on")
    void calledWhenTheMemberGoes() {
        var meeting = TestMeeting.open(5, 5, context);
        var member = meeting.member(4);
        var substitute = meeting.appointSubstituteFor(member);
        meeting.arrive(substitute, Place.ROOM);
        assertThat(Acting.as(substitute, () -> meetings.maySeeNonPublic(meeting.id())))
                .isFalse();

        Acting.as(member, () -> meeting.attendance().leave(meeting.id(), member));

        assertThat(Acting.as(substitute, () -> meetings.maySeeNonPublic(meeting.id())))
                .isTrue();
        meeting.call(meeting.nonPublic());
        var poll = meeting.openPoll(meeting.nonPublic());
        assertThat(cast(poll, substitute, Choice.YES)).isNotNull();
    }

    @Test
    @DisplayName("never counts a member who was recused at the moment at which it was opened")
    void recusedAndOpenedAtOnce() throws Exception {
        for (var round = 0; round < 10; round++) {
            var meeting = TestMeeting.open(5, 5, context);
            var poll = prepared(meeting);
            var member = meeting.member(1);

            atOnce(List.of(
                    () -> {
                        Acting.as(meeting.chair(), () -> conduct.open(poll));
                        return true;
                    },
                    () -> {
                        Acting.as(member, () -> meeting.attendance().recuse(meeting.id(), meeting.item(), member));
                        return true;
                    }));

            refused("voting.vote.recused", () -> cast(poll, member, Choice.YES));
        }
    }

    @Test
    @DisplayName("and a recusal at the same moment: one of them holds, and the other is told why")
    void recusedAndVotingAtOnce() throws Exception {
        for (var round = 0; round < 10; round++) {
            var meeting = TestMeeting.open(5, 5, context);
            var poll = meeting.openPoll(meeting.item());
            var member = meeting.member(1);

            var done = atOnce(List.of(
                    () -> succeeds(() -> cast(poll, member, Choice.YES), "voting.vote.recused"),
                    () -> succeeds(
                            () -> Acting.as(
                                    meeting.chair(),
                                    () -> meeting.attendance().recuse(meeting.id(), meeting.item(), member)),
                            "voting.recusal.has-voted")));

            assertThat(done).containsOnlyOnce(true);
        }
    }

    private static boolean succeeds(Runnable step, String refusedWith) {
        try {
            step.run();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.key()).isEqualTo(refusedWith);
            return false;
        }
    }

    @Test
    @DisplayName("settles its item: it is not deferred as well, and a recusal that counted stays")
    void settledOnce() {
        var meeting = TestMeeting.open(5, 5, context);
        Acting.as(
                meeting.member(2), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(2)));
        var poll = meeting.openPoll(meeting.item());
        refused("voting.item.poll-is-open", () -> defer(meeting));
        cast(poll, meeting.member(1), Choice.YES);
        close(meeting, poll);

        refused("voting.record.settled", () -> defer(meeting));
        refused(
                "voting.recusal.has-been-voted",
                () -> Acting.as(
                        meeting.chair(),
                        () -> meeting.attendance().withdrawRecusal(meeting.id(), meeting.item(), meeting.member(2))));
    }

    @Test
    @DisplayName("is not taken on an item that the other chair has deferred meanwhile")
    void deferredBefore() {
        var meeting = TestMeeting.open(4, 4, context);
        var poll = prepared(meeting);
        defer(meeting);

        refused("voting.record.settled", () -> prepared(meeting));
        refused("voting.record.settled", () -> Acting.as(meeting.member(1), () -> conduct.open(poll)));

        assertThat(outcomes(meeting)).containsExactly(Outcome.DEFERRED);
    }

    @Test
    @DisplayName("and a deferral at the same moment: one of them holds, and the item has one result")
    void openedAndDeferredAtOnce() throws Exception {
        for (var round = 0; round < 5; round++) {
            var meeting = TestMeeting.open(4, 4, context);
            var poll = prepared(meeting);

            var done = atOnce(List.of(
                    () -> acts("voting.record.settled", meeting.member(1), () -> conduct.open(poll)),
                    () -> acts("voting.item.poll-is-open", meeting.member(0), () -> defer(meeting))));

            assertThat(done).containsOnlyOnce(true);
            if (done.getFirst()) {
                close(meeting, poll);
            }
            assertThat(outcomes(meeting)).hasSize(1);
        }
    }

    @Test
    @DisplayName("has the only result of its item even past the application")
    void oneResultInTheDatabase() {
        var meeting = TestMeeting.open(3, 3, context);
        close(meeting, meeting.openPoll(meeting.item()));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("""
                                insert into voting_resolution (id, meeting_id, item_id, outcome, question, wording, fingerprint,
                                    is_public, decided_at)
                                values (gen_random_uuid(), ?, ?, 'DEFERRED', 'Annehmen?', '', repeat('0', 64), true, now())
                                """)
                        .params(meeting.id().value(), meeting.item().value())
                        .update());
    }

    private List<Outcome> outcomes(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())).stream()
                .map(Resolution::outcome)
                .toList();
    }

    private void defer(TestMeeting meeting) {
        Acting.as(meeting.chair(), () -> resolutions.record(meeting.id(), meeting.item(), Outcome.DEFERRED));
    }

    private PollId prepared(TestMeeting meeting) {
        return Acting.as(
                meeting.chair(),
                () -> conduct.prepare(
                        meeting.id(), meeting.item(), new PollQuestion("Annehmen?", "Wortlaut", null, true), null));
    }

    @Test
    @DisplayName("of two different acts of two chairs on the same picture, one is refused")
    void twoChairs() throws Exception {
        var meeting = TestMeeting.open(4, 4, context);
        var seen = meeting.revision();
        var results = atOnce(List.of(
                () -> acts(
                        meeting.member(0), () -> meeting.conduct().callItem(meeting.id(), meeting.nonPublic(), seen)),
                () -> acts(meeting.member(1), () -> meeting.conduct().interrupt(meeting.id(), seen))));
        assertThat(results).containsExactlyInAnyOrder(true, false);
    }

    private static boolean acts(PersonId who, Runnable act) {
        return acts("meeting.conduct.changed-meanwhile", who, act);
    }

    /** @return whether it was done; else it was refused with this reason */
    private static boolean acts(String refused, PersonId who, Runnable act) {
        try {
            Acting.as(who, act);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.key()).isEqualTo(refused);
            return false;
        }
    }

    @Test
    @DisplayName("cannot be stored wrongly even past the application: not twice, not unentitled, not late, not changed")
    void theDatabaseRefuses() {
        var meeting = TestMeeting.open(3, 2, context);
        var poll = meeting.openPoll(meeting.item());
        cast(poll, meeting.member(0), Choice.YES);

        assertThatExceptionOfType(DataAccessException.class)
                .as("not entitled")
                .isThrownBy(() -> insert(poll, meeting.member(2)));
        assertThatExceptionOfType(DataAccessException.class)
                .as("twice")
                .isThrownBy(() -> insert(poll, meeting.member(0)));
        assertThatExceptionOfType(DataAccessException.class)
                .as("changed")
                .isThrownBy(() -> database.sql("update voting_vote set choice = 'NO' where poll_id = ?")
                        .param(poll.value())
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .as("removed")
                .isThrownBy(() -> database.sql("delete from voting_vote where poll_id = ?")
                        .param(poll.value())
                        .update());
        close(meeting, poll);
        assertThatExceptionOfType(DataAccessException.class)
                .as("late")
                .isThrownBy(() -> insert(poll, meeting.member(1)));
    }

    @Test
    @DisplayName("has a result that cannot be changed or removed, not even past the application")
    void theResultStays() {
        var meeting = TestMeeting.open(3, 3, context);
        var cancelled = meeting.openPoll(meeting.item());
        Acting.as(meeting.chair(), () -> conduct.cancel(cancelled, "Zählfehler"));
        var closed = meeting.openPoll(meeting.item());
        cast(closed, meeting.member(1), Choice.YES);
        close(meeting, closed);
        var result = Acting.as(meeting.chair(), () -> polls.poll(closed));

        for (var change : List.of(
                "update voting_poll set no = 2 where id = '%s'",
                "update voting_poll set outcome = 'REJECTED' where id = '%s'",
                "update voting_poll set state = 'OPEN', closed_at = null, outcome = null where id = '%s'",
                "update voting_poll set wording = 'Anderes' where id = '%s'",
                "delete from voting_poll where id = '%s'",
                "update voting_resolution set outcome = 'REJECTED' where poll_id = '%s'",
                "update voting_resolution set wording = 'Anderes' where poll_id = '%s'",
                "delete from voting_resolution where poll_id = '%s'",
                "truncate voting_resolution, voting_taken_back",
                "truncate voting_poll, voting_entitled, voting_vote, voting_replaced_vote, voting_resolution, voting_motion,"
                        + " voting_annulment, voting_group_count, voting_taken_back")) {
            resultStays(change.formatted(closed));
        }
        resultStays("update voting_poll set state = 'PREPARED', closed_at = null, cancelled_for = null where id = '%s'"
                .formatted(cancelled));
        resultStays("delete from voting_poll where id = '%s'".formatted(cancelled));

        assertThat(Acting.as(meeting.chair(), () -> polls.poll(closed))).isEqualTo(result);
        assertThat(outcomes(meeting)).containsExactly(Outcome.ADOPTED_WITH_CHANGES);
    }

    private void resultStays(String change) {
        assertThatExceptionOfType(DataAccessException.class)
                .as(change)
                .isThrownBy(() -> database.sql(change).update())
                .withMessageContaining("stays as it was settled");
    }

    private void insert(PollId poll, PersonId person) {
        database.sql("""
                        insert into voting_vote (poll_id, person_id, choice, cast_at, receipt, entered_for)
                        values (?, ?, 'YES', now(), gen_random_uuid(), false)
                        """).params(poll.value(), person.value()).update();
    }

    @Test
    @DisplayName("is taken on the item that is before an open meeting, one at a time")
    void oneAtATime() {
        var meeting = TestMeeting.open(3, 3, context);
        refused("voting.open.item-not-called", () -> meeting.openPoll(meeting.nonPublic()));
        meeting.openPoll(meeting.item());
        refused("voting.open.another-is-open", () -> meeting.openPoll(meeting.item()));
        assertThatExceptionOfType(java.util.NoSuchElementException.class)
                .isThrownBy(() -> meeting.openPoll(AgendaItemId.next()));
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> acts) throws InterruptedException, ExecutionException {
        var go = new CountDownLatch(1);
        var results = new ArrayList<Boolean>();
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            var running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        go.await();
                        return act.call();
                    }))
                    .toList();
            go.countDown();
            for (var one : running) {
                results.add(one.get());
            }
        }
        return results;
    }
}
