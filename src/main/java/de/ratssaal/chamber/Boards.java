package de.ratssaal.chamber;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Presence;
import de.ratssaal.attendance.Recusal;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.OneAtATime;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.UrgentItems;
import de.ratssaal.voting.Vote;
import de.ratssaal.voting.Voter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One shared picture of each running meeting. It is built again after a change notice, at most once in the notices'
 * period, and cut for the public once; each viewer only draws it, on a thread of their own.
 *
 * <p>A few draw at a time, in the order in which they wait, so that whoever presses something or votes meanwhile does not
 * wait behind hundreds of screens. Those who belong to the meeting do not wait behind its guests. How many have voted so far is
 * drawn more seldom where many watch, so that the end of the vote meets screens that are not busy with it.
 */
@Component
public class Boards {

    /** Somebody who may no longer see what is not public is shown it for so long at most. */
    static final Duration RIGHTS_ARE_ASKED_AGAIN_AFTER = Duration.ofSeconds(30);

    /** A screen that already shows the open vote waits so long for each one like it before more votes are counted on it. */
    private static final Duration PATIENCE = Duration.ofMillis(5);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final Logger LOG = LoggerFactory.getLogger(Boards.class);

    private final Map<MeetingId, Watched> watched = new ConcurrentHashMap<>();
    private final Meetings meetings;
    private final AttendanceRegister attendance;
    private final Polls polls;
    private final PaperShelf papers;
    private final ResolutionBook resolutions;
    private final UrgentItems urgent;
    private final Councils councils;
    private final ObjectProvider<BoardPart<?>> parts;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AtomicLong turns = new AtomicLong();
    private final Semaphore drawingForMembers = new Semaphore(PROCESSORS, true);
    private final Semaphore drawingForGuests = new Semaphore(Math.max(1, PROCESSORS / 2), true);

    Boards(
            Meetings meetings,
            AttendanceRegister attendance,
            Polls polls,
            PaperShelf papers,
            ResolutionBook resolutions,
            UrgentItems urgent,
            Councils councils,
            ObjectProvider<BoardPart<?>> parts,
            ChangeNotices notices,
            Access access,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.meetings = meetings;
        this.attendance = attendance;
        this.polls = polls;
        this.papers = papers;
        this.resolutions = resolutions;
        this.urgent = urgent;
        this.councils = councils;
        this.parts = parts;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // one consistent moment, not a mixture of several
        this.transaction.setReadOnly(true);
        this.transaction.setIsolationLevel(
                org.springframework.transaction.TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Where the meeting stands now, without what whoever asks may not see.
     *
     * @throws NoSuchElementException if there is no such meeting, or none that whoever asks may see
     */
    public BoardAt now(MeetingId id) {
        meetings.meeting(id);
        var board = build(id);
        return meetings.maySeeNonPublic(id) ? board : board.publicPart();
    }

    /**
     * Watches a meeting for whoever asks, without what they may not see.
     *
     * <p>What they may see is asked again as the meeting goes on: a role that ends ends here as well (R17).
     *
     * @param viewer is told each new state, on a thread of its own; of several in a short time perhaps only the last
     * @return ends the watch
     */
    public ChangeNotices.Watch watch(MeetingId id, Consumer<BoardAt> viewer) {
        meetings.meeting(id);
        var seesAll = meetings.maySeeNonPublic(id);
        return watch(id, new Viewer(id, viewer, seesAll, seesAll ? drawingForMembers : drawingForGuests));
    }

    /**
     * Where a public meeting stands now, as everybody may know it, whoever asks.
     *
     * @throws NoSuchElementException if there is no such meeting, or none that is public
     */
    public BoardAt publicPartNow(MeetingId id) {
        requirePublic(id);
        return build(id).publicPart();
    }

    /**
     * Watches a public meeting as everybody may know it, whoever asks.
     *
     * @param viewer as in {@link #watch(MeetingId, Consumer)}
     * @throws NoSuchElementException if there is no such meeting, or none that is public
     */
    public ChangeNotices.Watch watchPublicPart(MeetingId id, Consumer<BoardAt> viewer) {
        requirePublic(id);
        // one who passes it on to many
        return watch(id, new Viewer(id, viewer, false, drawingForMembers));
    }

    /** Whether this very board, or its public part, is the one that all are shown who watch the meeting. */
    public boolean isShared(Board board) {
        var of = watched.get(board.meeting().id());
        var moment = of == null ? null : of.last;
        return moment != null && (moment.whole.board() == board || moment.publicPart.board() == board);
    }

    /** Whether somebody watches the meeting on this node. */
    public boolean isWatched(MeetingId id) {
        return watched.containsKey(id);
    }

    private void requirePublic(MeetingId id) {
        var isPublic = access.asSystem(
                "board",
                () -> meetings.find(id)
                        .filter(it -> it.convenedAt() != null && meetings.isInPublic(it))
                        .isPresent());
        if (!isPublic) {
            throw new NoSuchElementException("meeting " + id);
        }
    }

    private ChangeNotices.Watch watch(MeetingId id, Viewer watching) {
        var meeting = watched.compute(id, (it, before) -> {
            var target = before == null ? new Watched(id) : before;
            target.add(watching);
            return target;
        });
        return () -> watched.computeIfPresent(id, (it, target) -> {
            meeting.viewers.remove(watching);
            if (meeting.viewers.isEmpty()) {
                meeting.notice.close();
                return null;
            }
            return target;
        });
    }

    private BoardAt build(MeetingId id) {
        var turn = turns.incrementAndGet();
        var board = access.asSystem("board", () -> transaction.execute(status -> read(id)));
        if (board == null) {
            throw new IllegalStateException("no board of " + id);
        }
        return new BoardAt(turn, board);
    }

    private Board read(MeetingId id) {
        var meeting = meetings.meeting(id);
        var all = polls.of(id);
        var resolved = resolutions.of(id);
        var poll = shown(meeting, all, resolved);
        return new Board(
                meeting,
                meetings.agenda(id),
                seats(meeting, poll),
                attendance.quorum(id, meeting.currentItem()),
                poll,
                meeting.currentItem() == null
                        ? null
                        : papers.proposalFor(meeting.currentItem()).orElse(null),
                meeting.currentItem() != null && urgent.isBarred(id, meeting.currentItem()),
                resolved,
                all.stream()
                        .filter(it -> it.holds() && it.purpose() == PollPurpose.PROPOSAL)
                        .toList(),
                parts.stream()
                        .<Board.Part<?>>map(it -> Board.Part.read(it, meeting))
                        .toList());
    }

    /** A question that was prepared is none any more once the item is settled in another way. */
    private static @Nullable PollSummary shown(
            MeetingSummary meeting, List<PollSummary> all, List<Resolution> resolved) {
        var isSettled = resolved.stream().anyMatch(it -> it.item().equals(meeting.currentItem()));
        return all.stream()
                .filter(it -> it.state() == PollState.OPEN)
                .findFirst()
                .orElseGet(() -> all.reversed().stream()
                        .filter(it -> it.item().equals(meeting.currentItem())
                                && it.state() != PollState.CANCELLED
                                && !(isSettled && it.state() == PollState.PREPARED)
                                && it.annulledFor() == null
                                && it.purpose() == PollPurpose.PROPOSAL)
                        .findFirst()
                        .orElse(null));
    }

    private List<Seat> seats(MeetingSummary meeting, @Nullable PollSummary poll) {
        var present = attendance.present(meeting.id()).stream()
                .collect(Collectors.toMap(Presence::person, Presence::place, (first, second) -> first));
        var excused = attendance.excused(meeting.id());
        var holdingVotes = attendance.holdingVotes(meeting.id());
        var recused = attendance.recusals(meeting.id()).stream()
                .filter(it -> it.item().equals(meeting.currentItem()))
                .map(Recusal::person)
                .collect(Collectors.toSet());
        Set<PersonId> notAlone = meeting.currentItem() == null
                ? Set.of()
                : attendance.mustConfirmAlone(meeting.id(), meeting.currentItem());
        Map<PersonId, Voter> voters = poll == null
                ? Map.of()
                : polls.roll(poll.id()).stream().collect(Collectors.toMap(Voter::person, Function.identity()));
        var weighted =
                councils.rules(meeting.organization(), meeting.day()).weight().weighted();
        Set<PersonId> voted = poll == null ? Set.of() : new HashSet<>(polls.voted(poll.id()));
        Map<PersonId, Vote> votes = poll == null
                ? Map.of()
                : polls.votes(poll.id()).stream().collect(Collectors.toMap(Vote::person, Function.identity()));
        return councils.members(meeting.organization(), meeting.day()).stream()
                .map(it -> new Seat(
                        it,
                        present.get(it.person()),
                        excused.contains(it.person()),
                        holdingVotes.contains(it.person()),
                        recused.contains(it.person()),
                        notAlone.contains(it.person()),
                        voters.containsKey(it.person()),
                        voted.contains(it.person()),
                        Optional.ofNullable(votes.get(it.person()))
                                .map(Vote::choice)
                                .orElse(null),
                        Optional.ofNullable(votes.get(it.person()))
                                .filter(Vote::enteredFor)
                                .isPresent(),
                        Optional.ofNullable(votes.get(it.person()))
                                .filter(Vote::corrected)
                                .isPresent(),
                        Optional.ofNullable(voters.get(it.person()))
                                .map(Voter::weight)
                                .orElse(weighted && it.votes() ? it.weight() : 1),
                        Optional.ofNullable(voters.get(it.person()))
                                .map(Voter::castBy)
                                .orElse(null)))
                .toList();
    }

    /** One moment for all who watch. What did not change is the same object as before, so that nobody has to look twice. */
    private static final class Moment {

        private final BoardAt whole;
        private final BoardAt publicPart;
        /** What happened last, apart from votes that were cast; many moments may have the same. */
        private final Object event;

        Moment(BoardAt now, @Nullable Moment before) {
            whole = before == null ? now : now.orSameAs(before.whole);
            event = before != null && whole.board().isOnlyVotesAfter(before.whole.board())
                    ? before.event
                    : new Object();
            var cut = whole.publicPart();
            publicPart = before == null ? cut : cut.orSameAs(before.publicPart);
        }
    }

    /** Somebody who watches, as who they were signed in as when they began. */
    private final class Viewer {

        private final MeetingId meeting;
        private final Consumer<BoardAt> screen;
        private final SecurityContext who = SecurityContextHolder.getContext();
        private final Semaphore places;
        private final OneAtATime drawing = new OneAtATime("screen", this::drawInTurn);
        private volatile @Nullable Moment newest;
        private final AtomicBoolean waits = new AtomicBoolean();
        private volatile @Nullable Moment drawn;
        private boolean seesAll;
        private Instant askedAt;

        Viewer(MeetingId meeting, Consumer<BoardAt> screen, boolean seesAll, Semaphore places) {
            this.meeting = meeting;
            this.screen = screen;
            this.seesAll = seesAll;
            this.places = places;
            this.askedAt = clock.instant();
        }

        void show(Moment moment) {
            newest = moment;
            drawing.ask();
        }

        /** @param patience before it shows that more votes were cast, which is all that happened */
        void show(Moment moment, Duration patience) {
            newest = moment;
            var before = drawn;
            if (before == null || before.event != moment.event) {
                drawing.ask();
            } else if (waits.compareAndSet(false, true)) {
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> {
                            waits.set(false);
                            drawing.ask();
                        });
            }
        }

        private void drawInTurn() {
            places.acquireUninterruptibly();
            try {
                draw();
            } finally {
                places.release();
            }
        }

        /** What came while they waited is drawn as well. */
        private void draw() {
            var moment = newest;
            if (moment == null || moment == drawn) {
                return;
            }
            var now = clock.instant();
            if (seesAll && !now.isBefore(askedAt.plus(RIGHTS_ARE_ASKED_AGAIN_AFTER))) {
                seesAll = maySeeAllNow();
                askedAt = now;
            }
            screen.accept(seesAll ? moment.whole : moment.publicPart);
            drawn = moment;
        }

        private boolean maySeeAllNow() {
            var before = SecurityContextHolder.getContext();
            try {
                SecurityContextHolder.setContext(who);
                return meetings.maySeeNonPublic(meeting);
            } finally {
                SecurityContextHolder.setContext(before);
            }
        }
    }

    private final class Watched {

        private final List<Viewer> viewers = new CopyOnWriteArrayList<>();
        private final MeetingId id;
        private final ChangeNotices.Watch notice;
        private volatile @Nullable Moment last;

        Watched(MeetingId id) {
            this.id = id;
            this.notice = notices.watch(ChangeNotices.meeting(id.value()), this::rebuild);
        }

        /** Who comes between two changes is shown the last one: what they read before may be older. */
        void add(Viewer viewer) {
            viewers.add(viewer);
            var moment = last;
            if (moment != null) {
                viewer.show(moment);
            }
        }

        private void rebuild() {
            try {
                var moment = new Moment(build(id), last);
                last = moment;
                var members = viewers.stream()
                        .filter(it -> it.places == drawingForMembers)
                        .count();
                var guests = viewers.size() - members;
                viewers.forEach(it ->
                        it.show(moment, PATIENCE.multipliedBy(it.places == drawingForMembers ? members : guests)));
            } catch (DataAccessException | TransactionException e) {
                // the next notice, or the healing one, tries again
                LOG.warn("The board of meeting {} could not be read: {}", id, e.getMessage());
            }
        }
    }
}
