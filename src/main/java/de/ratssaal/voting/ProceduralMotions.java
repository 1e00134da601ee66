package de.ratssaal.voting;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.rules.Majority;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Motions on the procedure. They go before everything else on their item, the furthest-reaching first; a roll call or a secret
 * vote is obtained by as many as the rules name (R9).
 */
@Service
@Transactional
public class ProceduralMotions {

    private static final int LONGEST = 2_000;

    private final MotionStore store;
    private final PollRepository polls;
    private final ResolutionBook resolutions;
    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final MeetingHold hold;
    private final Councils councils;
    private final ObjectProvider<MotionGuard> guards;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ProceduralMotions(
            MotionStore store,
            PollRepository polls,
            ResolutionBook resolutions,
            AttendanceRegister attendance,
            Meetings meetings,
            MeetingHold hold,
            Councils councils,
            ObjectProvider<MotionGuard> guards,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.store = store;
        this.polls = polls;
        this.resolutions = resolutions;
        this.attendance = attendance;
        this.meetings = meetings;
        this.hold = hold;
        this.councils = councils;
        this.guards = guards;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** Motions of a meeting in the order in which they are to be decided, without those on items that whoever asks may not see. */
    @Transactional(readOnly = true)
    public List<ProceduralMotion> of(MeetingId meeting) {
        meetings.meeting(meeting);
        var visible =
                meetings.agenda(meeting).stream().map(AgendaItemSummary::id).collect(Collectors.toSet());
        var seesAll = meetings.maySeeNonPublic(meeting);
        return store.of(meeting).stream()
                .filter(it -> visible.contains(it.item()) && (seesAll || it.isPublic()))
                .sorted(ProceduralMotion.IN_ORDER)
                .toList();
    }

    /**
     * The member who is signed in moves something on the item that is before the meeting. Sent again it changes nothing.
     *
     * @throws RuleViolation if they are absent, recused or have no right to vote
     * @throws Refusal if the meeting or the item is not at hand, or the same is moved already
     */
    public void move(MotionId id, MeetingId meeting, AgendaItemId item, MotionKind kind, String words) {
        move(id, meeting, item, kind, words, access.requirePerson(), false);
    }

    /** As {@link #move}, entered by chair or secretariat for a member in the meeting. */
    public void enter(
            MotionId id, MeetingId meeting, AgendaItemId item, MotionKind kind, String words, PersonId mover) {
        conducted(meeting);
        move(id, meeting, item, kind, words, mover, true);
    }

    private void move(
            MotionId id,
            MeetingId meetingId,
            AgendaItemId item,
            MotionKind kind,
            String words,
            PersonId mover,
            boolean enteredFor) {
        hold.take(meetingId);
        if (store.find(id).isPresent()) {
            return;
        }
        var meeting = meetings.meeting(meetingId);
        requireAtHand(meeting, item);
        requireStanding(meeting, item, mover);
        if (polls.findOpen(meetingId).stream().anyMatch(it -> it.item().equals(item))) {
            throw new Refusal("voting.motion.vote-runs");
        }
        if (kind == MotionKind.OTHER && words.isBlank()) {
            throw new Refusal("voting.motion.words-missing");
        }
        if (words.strip().length() > LONGEST) {
            throw new Refusal("voting.motion.words-too-long", LONGEST);
        }
        if (kind != MotionKind.OTHER
                && store.of(meetingId).stream()
                        .anyMatch(it -> it.isPending() && it.item().equals(item) && it.kind() == kind)) {
            throw new Refusal("voting.motion.moved-already");
        }
        var now = clock.instant();
        store.add(meetingId, id, item, kind, words.strip(), mover, enteredFor, now);
        events.publishEvent(new MotionMoved(id, meetingId, item, kind, mover, now));
        notices.changed(ChangeNotices.meeting(meetingId.value()));
    }

    /** Takes a motion back that is not decided yet; its mover, or chair and secretariat for them. */
    public void withdraw(MotionId id) {
        var meeting = hold(id);
        var motion = known(id);
        if (motion.state() == MotionState.WITHDRAWN) {
            return;
        }
        if (access.signedIn().filter(it -> motion.movedBy().equals(it.person())).isEmpty()) {
            conducted(meeting);
        }
        requirePending(motion);
        requireNoOpenPoll(motion);
        decided(meeting, motion, MotionState.WITHDRAWN, () -> store.withdraw(id, clock.instant()));
    }

    /**
     * Enters the votes on a motion, counted by show of hands. Majority of votes cast (R8); adopted, it has its effect on the item
     * at once.
     *
     * @throws Refusal if a motion that goes further is not decided yet, or there are more votes than members present
     */
    public void count(MotionId id, Tally votes) {
        var meeting = hold(id);
        conducted(meeting);
        var motion = known(id);
        if (!motion.isPending()) {
            return;
        }
        if (motion.kind().isDemand()) {
            throw new Refusal("voting.motion.is-demand");
        }
        requireReady(meeting, motion);
        requireNoOpenPoll(motion);
        requireGuards(meeting, motion);
        if (votes.total() == 0) {
            throw new Refusal("voting.motion.no-votes");
        }
        var quorum = attendance.quorum(meeting, motion.item());
        quorum.require();
        var strength = attendance.strength(meeting, motion.item());
        if (!strength.isByHands()) {
            var of = meetings.meeting(meeting);
            throw Eligibility.handsSayTooLittle(councils.rules(of.organization(), of.day()));
        }
        if (votes.total() > strength.votes()) {
            throw new Refusal("voting.count.too-many", votes.total(), strength.votes());
        }
        var adopted =
                new Decision(Majority.OF_VOTES_CAST, null, votes, strength.votes(), strength.members()).isAdopted();
        settle(meeting, motion, adopted, votes);
    }

    /**
     * Establishes that too few stand behind a motion: nobody votes on it. Established again, it changes nothing.
     *
     * @throws Refusal if it has enough supporters, or needs none
     */
    public void notSupported(MotionId id) {
        var meeting = hold(id);
        conducted(meeting);
        var motion = known(id);
        if (motion.state() == MotionState.NOT_SUPPORTED) {
            return;
        }
        requirePending(motion);
        if (motion.kind().isDemand()) {
            throw new Refusal("voting.motion.is-demand");
        }
        requireReady(meeting, motion);
        requireNoOpenPoll(motion);
        if (guards.stream().findAny().isEmpty()) {
            throw new Refusal("voting.motion.needs-no-support");
        }
        guards.forEach(it -> it.requireLacksSupport(meeting, motion));
        decided(meeting, motion, MotionState.NOT_SUPPORTED, () -> store.notSupported(id, clock.instant()));
    }

    /**
     * Enters how many ask for a roll call or a secret vote (R9). With enough of them the next vote on the item is taken so.
     *
     * @throws Refusal if more ask than are present
     */
    public void countAsking(MotionId id, int asking) {
        var meetingId = hold(id);
        var meeting = conducted(meetingId);
        var motion = known(id);
        if (!motion.isPending()) {
            return;
        }
        if (!motion.kind().isDemand()) {
            throw new Refusal("voting.motion.is-no-demand");
        }
        if (asking < 1) {
            throw new Refusal("voting.motion.asking-missing");
        }
        var quorum = attendance.quorum(meetingId, motion.item());
        // who asks is there, whoever's votes they carry
        var present = attendance.entitled(meetingId, motion.item()).size();
        if (asking > present) {
            throw new Refusal("voting.count.too-many", asking, present);
        }
        var rule = councils.rules(meeting.organization(), meeting.day()).ballotMode();
        var demand = motion.kind() == MotionKind.ROLL_CALL ? rule.rollCall() : rule.secret();
        var isMet = demand.isMetBy(asking, present, quorum.members());
        var state = isMet ? MotionState.ADOPTED : MotionState.REJECTED;
        decided(meetingId, motion, state, () -> store.asked(id, state, asking, clock.instant()));
    }

    /** How votes on an item are taken, as was obtained by a demand: a secret vote goes before a roll call. */
    @Transactional(readOnly = true)
    public BallotMode modeOf(MeetingId meeting, AgendaItemId item) {
        meetings.meeting(meeting);
        return store.of(meeting).stream()
                .filter(it -> it.item().equals(item) && it.state() == MotionState.ADOPTED)
                .map(ProceduralMotion::kind)
                .filter(MotionKind::isDemand)
                .min(Comparator.naturalOrder())
                .map(it -> it == MotionKind.SECRET_VOTE ? BallotMode.SECRET : BallotMode.ROLL_CALL)
                .orElse(BallotMode.OPEN);
    }

    /** @throws Refusal if a motion on the procedure of the item is not decided yet */
    public void requireNonePending(MeetingId meeting, AgendaItemId item) {
        if (store.of(meeting).stream()
                .anyMatch(it -> it.isPending() && it.item().equals(item))) {
            throw new Refusal("voting.motion.first");
        }
    }

    /** The motion that a poll is to be opened on. */
    ProceduralMotion toVote(MotionId id) {
        var motion = known(id);
        requirePending(motion);
        if (motion.kind().isDemand()) {
            throw new Refusal("voting.motion.is-demand");
        }
        var meeting = store.meetingOf(id).orElseThrow();
        requireReady(meeting, motion);
        requireGuards(meeting, motion);
        return motion;
    }

    private void requireGuards(MeetingId meeting, ProceduralMotion motion) {
        guards.forEach(it -> it.requireMayBeVotedOn(meeting, motion));
    }

    MeetingId meetingOf(MotionId id) {
        return store.meetingOf(id).orElseThrow(() -> unknown(id));
    }

    void voteOpened(MotionId id, PollId poll) {
        store.putToVote(id, poll);
    }

    /** A poll on a motion was closed. */
    void voted(PollSummary poll) {
        var motion = store.votedOnIn(poll.id()).orElseThrow();
        var adopted = poll.outcome() != null && poll.outcome().isAdopted();
        settle(poll.meeting(), motion, adopted, poll.tally());
    }

    /** A poll on a motion was cancelled: the motion is still to be decided. */
    void voteCancelled(PollId poll) {
        store.votedOnIn(poll).ifPresent(it -> store.takeFromVote(it.id()));
    }

    /** What else was moved on an item has come to nothing once the item is settled. */
    @EventListener
    void on(ItemResolved event) {
        store.of(event.meeting()).stream()
                .filter(it -> it.isPending() && it.item().equals(event.item()))
                .forEach(it ->
                        decided(event.meeting(), it, MotionState.WITHDRAWN, () -> store.withdraw(it.id(), event.at())));
    }

    private void settle(MeetingId meeting, ProceduralMotion motion, boolean adopted, Tally votes) {
        var state = adopted ? MotionState.ADOPTED : MotionState.REJECTED;
        decided(meeting, motion, state, () -> store.voted(motion.id(), state, votes, clock.instant()));
        var outcome = motion.kind().settles();
        if (adopted && outcome != null) {
            resolutions.record(meeting, motion.item(), outcome);
        }
    }

    private void decided(MeetingId meeting, ProceduralMotion motion, MotionState state, Runnable write) {
        write.run();
        events.publishEvent(
                new MotionDecided(motion.id(), meeting, motion.item(), motion.kind(), state, clock.instant()));
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }

    private MeetingId hold(MotionId id) {
        var meeting = meetingOf(id);
        hold.take(meeting);
        meetings.meeting(meeting);
        return meeting;
    }

    private ProceduralMotion known(MotionId id) {
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    /** In the meeting, at the item, and nothing that goes further waits. */
    private void requireReady(MeetingId id, ProceduralMotion motion) {
        requireAtHand(meetings.meeting(id), motion.item());
        var first = store.of(id).stream()
                .filter(it -> it.isPending()
                        && it.item().equals(motion.item())
                        && !it.kind().isDemand())
                .min(ProceduralMotion.IN_ORDER);
        if (first.filter(it -> !it.id().equals(motion.id())).isPresent()) {
            throw new Refusal("voting.motion.further-one-first");
        }
    }

    private void requireAtHand(MeetingSummary meeting, AgendaItemId item) {
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        var isCalled = meetings.agenda(meeting.id()).stream()
                .anyMatch(it -> it.id().equals(item) && it.state() == ItemState.CALLED);
        if (!isCalled) {
            throw new Refusal("voting.open.item-not-called");
        }
        resolutions.requireUnsettled(meeting.id(), item);
    }

    private void requireStanding(MeetingSummary meeting, AgendaItemId item, PersonId mover) {
        var rules = councils.rules(meeting.organization(), meeting.day());
        Eligibility.require(attendance.standing(meeting.id(), item, mover), rules);
    }

    private static void requirePending(ProceduralMotion motion) {
        if (!motion.isPending()) {
            throw new Refusal("voting.motion.decided");
        }
    }

    private void requireNoOpenPoll(ProceduralMotion motion) {
        var poll = motion.poll();
        if (poll != null
                && polls.findById(poll)
                        .filter(it -> it.state() == PollState.OPEN)
                        .isPresent()) {
            throw new Refusal("voting.item.poll-is-open");
        }
    }

    private MeetingSummary conducted(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        return meeting;
    }

    private static NoSuchElementException unknown(MotionId id) {
        return new NoSuchElementException("motion " + id);
    }
}
