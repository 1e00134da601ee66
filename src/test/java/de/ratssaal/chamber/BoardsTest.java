package de.ratssaal.chamber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R17: Who watches a meeting")
class BoardsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Boards boards;

    @Autowired
    MovableClock clock;

    @Test
    @DisplayName("is no longer shown what is not public once their membership has ended")
    void aMembershipEnds() {
        var meeting = TestMeeting.open(5, 4, context);
        var adviser = TestCouncil.person(context);
        var membership =
                TestCouncil.join(meeting.council().council(), adviser, MembershipRole.ADVISORY_MEMBER, context);
        var shown = new CopyOnWriteArrayList<Board>();
        try (var watch = Acting.as(adviser, () -> boards.watch(meeting.id(), it -> shown.add(it.board())))) {
            assertThat(watch).isNotNull();
            meeting.call(meeting.nonPublic());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(shown).anyMatch(it -> !it.isBehindClosedDoors() && hasNonPublic(it)));

            var today = clock.instant().atZone(TestCouncil.ZONE).toLocalDate();
            context.getBean(Access.class)
                    .asSystem(
                            "test",
                            () -> context.getBean(MembershipAdministration.class)
                                    .end(membership, today.minusDays(1)));
            clock.putForwardTo(clock.instant().plus(Boards.RIGHTS_ARE_ASKED_AGAIN_AFTER));
            shown.clear();
            meeting.arrive(meeting.member(4), Place.ROOM);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(shown).anyMatch(it -> it.countPresent() == 5));
            assertThat(shown).allMatch(Board::isBehindClosedDoors).noneMatch(BoardsTest::hasNonPublic);
        }
    }

    @Test
    @DisplayName(
            "follows a non-public item from outside while recused, and remotely until they say that nobody listens")
    void outsideOfANonPublicItem() {
        var meeting = TestMeeting.open(7, 6, context);
        var remote = meeting.member(6);
        var recused = meeting.member(2);
        meeting.arrive(remote, Place.REMOTE);
        meeting.call(meeting.nonPublic());
        Acting.as(meeting.chair(), () -> meeting.attendance().recuse(meeting.id(), meeting.nonPublic(), recused));
        meeting.openPoll(meeting.nonPublic());

        assertThat(followedBy(meeting, meeting.member(1)).openPoll()).isPresent();
        for (var outside : List.of(recused, remote)) {
            var board = followedBy(meeting, outside);
            assertThat(board.isOutside(outside)).isTrue();
            assertThat(board.openPoll()).isEmpty();
            assertThat(board.proposal()).isNull();
            assertThat(board.seats()).noneMatch(it -> it.mayVote() || it.hasVoted());
        }
        assertThat(followedBy(meeting, remote).seats())
                .as("who is recused is not told to those outside")
                .noneMatch(Seat::isRecused);

        Acting.as(remote, () -> meeting.attendance().confirmAlone(meeting.id(), meeting.nonPublic()));

        assertThat(followedBy(meeting, remote).openPoll()).isPresent();
        assertThat(followedBy(meeting, recused).openPoll()).isEmpty();
    }

    @Test
    @DisplayName("is shown where the meeting stands also if nothing changes after they came")
    void comesBetweenChanges() {
        var meeting = TestMeeting.open(4, 3, context);
        var shown = new CopyOnWriteArrayList<Board>();
        try (var first = Acting.as(meeting.chair(), () -> boards.watch(meeting.id(), board -> {}))) {
            meeting.arrive(meeting.member(3), Place.ROOM);
            try (var second =
                    Acting.as(meeting.chair(), () -> boards.watch(meeting.id(), it -> shown.add(it.board())))) {
                assertThat(first).isNotEqualTo(second);
                await().untilAsserted(() -> assertThat(shown).anyMatch(it -> it.countPresent() == 4));
            }
        }
    }

    @Test
    @DisplayName("is shown what happens also if another window fails to")
    void anotherWindowFails() {
        var meeting = TestMeeting.open(4, 3, context);
        var shown = new CopyOnWriteArrayList<Board>();
        try (var failing = Acting.as(
                        meeting.chair(),
                        () -> boards.watch(meeting.id(), it -> {
                            throw new IllegalStateException("this window is gone");
                        }));
                var watch = Acting.as(meeting.chair(), () -> boards.watch(meeting.id(), it -> shown.add(it.board())))) {
            assertThat(failing).isNotEqualTo(watch);
            meeting.arrive(meeting.member(3), Place.ROOM);

            await().untilAsserted(() -> assertThat(shown).anyMatch(it -> it.countPresent() == 4));
        }
    }

    @Test
    @DisplayName("is not held up by guests whose windows take long")
    void guestsTakeLong() throws Exception {
        var meeting = TestMeeting.open(4, 3, context);
        var shown = new CopyOnWriteArrayList<Board>();
        var begun = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var watches = new ArrayList<ChangeNotices.Watch>();
        try {
            for (var guest = 0; guest < 50; guest++) {
                watches.add(Acting.as(
                        PersonId.next(),
                        () -> boards.watch(meeting.id(), board -> {
                            begun.countDown();
                            awaitEnd(over);
                        })));
            }
            watches.add(Acting.as(meeting.chair(), () -> boards.watch(meeting.id(), it -> shown.add(it.board()))));
            meeting.arrive(meeting.member(3), Place.ROOM);

            await().untilAsserted(() -> assertThat(shown).anyMatch(it -> it.countPresent() == 4));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            over.countDown();
            watches.forEach(ChangeNotices.Watch::close);
        }
    }

    private static void awaitEnd(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("is shown the last of several changes, however many windows there are")
    void manyWindows() {
        var meeting = TestMeeting.open(12, 3, context);
        var shown = new ConcurrentHashMap<Integer, Integer>();
        var watches = new ArrayList<ChangeNotices.Watch>();
        try {
            for (var window = 0; window < 200; window++) {
                var number = window;
                var who = window % 5 == 0 ? meeting.member(window % 12) : PersonId.next();
                watches.add(Acting.as(
                        who,
                        () -> boards.watch(
                                meeting.id(), it -> shown.put(number, it.board().countPresent()))));
            }
            for (var member = 3; member < 12; member++) {
                meeting.arrive(meeting.member(member), Place.ROOM);
            }

            await().untilAsserted(() -> assertThat(shown)
                    .hasSize(200)
                    .allSatisfy((window, present) -> assertThat(present).isEqualTo(12)));
        } finally {
            watches.forEach(ChangeNotices.Watch::close);
        }
    }

    @Test
    @DisplayName("may be shown later that more votes were cast, and nothing else later")
    void onlyVotesCanWait() {
        var meeting = TestMeeting.open(5, 4, context);
        var before = now(meeting);
        var poll = meeting.openPoll(meeting.item());
        var opened = now(meeting);
        cast(meeting, 1, poll);
        var voted = now(meeting);
        cast(meeting, 2, poll);
        meeting.arrive(meeting.member(4), Place.ROOM);
        var arrived = now(meeting);
        Acting.as(meeting.chair(), () -> context.getBean(PollConduct.class).close(poll));
        var closed = now(meeting);

        assertThat(opened.isOnlyVotesAfter(before)).isFalse();
        assertThat(voted.isOnlyVotesAfter(opened)).isTrue();
        assertThat(voted.countVoted()).isOne();
        assertThat(arrived.isOnlyVotesAfter(voted)).as("somebody came").isFalse();
        assertThat(closed.isOnlyVotesAfter(arrived)).as("the result").isFalse();
        assertThat(closed.isOnlyVotesAfter(closed)).as("a vote that is over").isFalse();
    }

    @Test
    @DisplayName("is shown each vote that is cast in the end, and the result, however many windows there are")
    void manyWindowsInAVote() {
        var meeting = TestMeeting.open(12, 12, context);
        var shown = new ConcurrentHashMap<Integer, Board>();
        var watches = new ArrayList<ChangeNotices.Watch>();
        try {
            for (var window = 0; window < 200; window++) {
                var number = window;
                var who = window % 5 == 0 ? meeting.member(window % 12) : PersonId.next();
                watches.add(Acting.as(who, () -> boards.watch(meeting.id(), it -> shown.put(number, it.board()))));
            }
            var poll = meeting.openPoll(meeting.item());
            for (var member = 0; member < 12; member++) {
                cast(meeting, member, poll);
            }

            await().untilAsserted(() -> assertThat(shown)
                    .hasSize(200)
                    .allSatisfy(
                            (window, board) -> assertThat(board.countVoted()).isEqualTo(12)));
            Acting.as(meeting.chair(), () -> context.getBean(PollConduct.class).close(poll));
            await().untilAsserted(() -> assertThat(shown)
                    .allSatisfy(
                            (window, board) -> assertThat(board.resolutions()).hasSize(1)));
        } finally {
            watches.forEach(ChangeNotices.Watch::close);
        }
    }

    private void cast(TestMeeting meeting, int member, PollId poll) {
        Acting.as(
                meeting.member(member),
                () -> context.getBean(PollVoting.class).cast(poll, Choice.YES, UUID.randomUUID()));
    }

    private Board now(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> boards.now(meeting.id()).board());
    }

    private Board followedBy(TestMeeting meeting, PersonId person) {
        return Acting.as(person, () -> boards.now(meeting.id()).board().asFollowedBy(person));
    }

    private static boolean hasNonPublic(Board board) {
        return !board.agenda().stream().allMatch(AgendaItemSummary::isPublic);
    }
}
