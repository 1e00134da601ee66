package de.ratssaal.voting;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.VoteInHand;
import de.ratssaal.attendance.VotingStrength;
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
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ProposalGuard;
import de.ratssaal.rules.Majority;
import de.ratssaal.rules.OpenVoteRule;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the chair, or the secretariat for them, does with polls. */
@Service
@Transactional
public class PollConduct {

    private final PollRepository polls;
    private final PollLookup lookup;
    private final MeetingHold hold;
    private final BallotBox box;
    private final PollVoting voting;
    private final ResolutionBook resolutions;
    private final UrgentItems urgent;
    private final ProceduralMotions motions;
    private final GroupCounts groups;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final Councils councils;
    private final PaperWordings wordings;
    private final ObjectProvider<ProposalGuard> guards;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    PollConduct(
            PollRepository polls,
            PollLookup lookup,
            MeetingHold hold,
            BallotBox box,
            PollVoting voting,
            ResolutionBook resolutions,
            UrgentItems urgent,
            ProceduralMotions motions,
            GroupCounts groups,
            JdbcClient database,
            ApplicationEventPublisher events,
            AttendanceRegister attendance,
            Meetings meetings,
            Councils councils,
            PaperWordings wordings,
            ObjectProvider<ProposalGuard> guards,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.polls = polls;
        this.lookup = lookup;
        this.hold = hold;
        this.box = box;
        this.voting = voting;
        this.resolutions = resolutions;
        this.urgent = urgent;
        this.motions = motions;
        this.groups = groups;
        this.database = database;
        this.events = events;
        this.attendance = attendance;
        this.meetings = meetings;
        this.councils = councils;
        this.wordings = wordings;
        this.guards = guards;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Puts a question on an item of a meeting.
     *
     * @param majority what it needs; the rules' usual majority if none is named
     * @throws Refusal if the item is settled
     */
    public PollId prepare(MeetingId meeting, AgendaItemId item, PollQuestion question, @Nullable Majority majority) {
        hold.take(meeting);
        requireConduct(meeting);
        resolutions.requireUnsettled(meeting, item);
        var of = meetings.meeting(meeting);
        var needed = majority == null
                ? councils.rules(of.organization(), of.day()).majority().usual()
                : majority;
        return store(meeting, item, question, PollPurpose.PROPOSAL, needed, true);
    }

    private PollId store(
            MeetingId meeting,
            AgendaItemId item,
            PollQuestion question,
            PollPurpose purpose,
            Majority majority,
            boolean mayBePublic) {
        var isPublic = mayBePublic && item(meeting, item).isPublic();
        var poll = new Poll(meeting, item, isPublic, question, purpose, majority, clock.instant());
        polls.saveAndFlush(poll);
        changed(meeting);
        return poll.id();
    }

    /**
     * Opens the vote on the item that is before the meeting.
     *
     * @throws RuleViolation if there is no quorum (R4), or the invited were not told of the item in time and it was not admitted
     *     (R3)
     * @throws Refusal if the meeting or the item is not at hand, the item is settled, another poll is open, a motion on the
     *     procedure is to be decided first, a secret vote was obtained and somebody is not in the room, or the paper's text is not yet what has to be voted
     *     on, or not what the poll asks for
     */
    public void open(PollId id) {
        open(id, false);
    }

    /**
     * Opens a secret vote whose ballots are cast by device: nobody has to be in the room. Whoever takes the ballots keeps them, and
     * says with {@link #shutUrn} and {@link #settleUrn} what came of it.
     *
     * @throws RuleViolation as {@link #open} does
     * @throws Refusal as {@link #open} does, if no secret vote was obtained, and where a member has several votes
     */
    public void openByDevice(PollId id) {
        open(id, true);
    }

    private void open(PollId id, boolean byDevice) {
        var poll = forAct(id);
        if (poll.state() == PollState.OPEN) {
            return;
        }
        requireAtHand(poll);
        if (!polls.findOpen(poll.meeting()).isEmpty()) {
            throw new Refusal("voting.open.another-is-open");
        }
        if (poll.purpose() != PollPurpose.PROCEDURE) {
            requireReady(poll);
        }
        var mode =
                poll.purpose() == PollPurpose.PROCEDURE ? BallotMode.OPEN : motions.modeOf(poll.meeting(), poll.item());
        var strength = attendance.strength(poll.meeting(), poll.item());
        var quorum = attendance.quorum(poll.meeting(), poll.item());
        if (byDevice) {
            requireSecret(mode);
            requireOneVoteEach(strength);
            poll.openByDevice(quorum, strength.votes(), clock.instant());
        } else {
            if (mode == BallotMode.SECRET) {
                requireAllInRoom(strength);
            }
            poll.open(mode, quorum, strength.votes(), openVote(poll.meeting()).correctable(), clock.instant());
        }
        polls.saveAndFlush(poll);
        if (mode != BallotMode.SECRET) { // nobody is noted beside a vote that is cast into an urn
            strength.inHand().forEach(it -> box.entitle(id, it));
        }
        changed(poll.meeting());
    }

    private static void requireSecret(BallotMode mode) {
        if (mode != BallotMode.SECRET) {
            throw new Refusal("voting.open.by-device-secret-only");
        }
    }

    /** Every encrypted ballot counts one: it cannot show that it carries several votes, or in whose name. */
    private static void requireOneVoteEach(VotingStrength strength) {
        if (!strength.isByHands()) {
            throw new Refusal("voting.open.by-device-weighted");
        }
    }

    /**
     * Says whether a vote is to be secret, as was obtained by a demand before it is opened.
     *
     * @throws NoSuchElementException if there is no such poll
     */
    @Transactional(readOnly = true)
    public boolean isToBeSecret(PollId id) {
        var poll = polls.findById(id).orElseThrow(() -> unknown(id));
        requireConduct(poll.meeting());
        return poll.state() == PollState.PREPARED
                && poll.purpose() != PollPurpose.PROCEDURE
                && motions.modeOf(poll.meeting(), poll.item()) == BallotMode.SECRET;
    }

    /**
     * From now on no ballot of a secret vote by device is taken. Asked again, it changes nothing.
     *
     * @throws RuleViolation if the quorum was lost since opening (R4); the poll then has to be cancelled
     * @throws Refusal if the meeting is interrupted, or the poll is not taken by device
     */
    public void shutUrn(PollId id) {
        var poll = forAct(id);
        if (meetings.meeting(poll.meeting()).state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        poll.shutUrn(attendance.quorum(poll.meeting(), poll.item()), clock.instant());
        polls.save(poll);
        changed(poll.meeting());
    }

    /**
     * Enters what the tellers of a secret vote by device decrypted, and closes the vote with it. For the application itself, once
     * the result was verified. Asked again, it changes nothing.
     *
     * @throws Refusal if the meeting is interrupted, when nothing is decided
     */
    public PollSummary settleUrn(PollId id, Tally decrypted) {
        access.requireSystem();
        meetings.hold(lookup.meetingOf(id));
        var poll = forAct(id);
        if (poll.state() == PollState.OPEN) {
            poll.countUrn(decrypted, clock.instant());
            polls.saveAndFlush(poll);
        }
        return close(id);
    }

    /** Ballots on paper are handed out in the room: nobody must be shut out who takes part elsewhere. */
    private static void requireAllInRoom(VotingStrength strength) {
        var elsewhere = strength.votesElsewhere();
        if (elsewhere > 0) {
            throw new Refusal("voting.open.secret-elsewhere", elsewhere);
        }
    }

    /** Whether the item may be voted on, and its text is what has to be voted on. */
    private void requireReady(Poll poll) {
        motions.requireNonePending(poll.meeting(), poll.item());
        urgent.requireAdmitted(poll.meeting(), poll.item());
        if (poll.state() == PollState.PREPARED) {
            resolutions.requireUnsettled(poll.meeting(), poll.item());
        }
        if (poll.purpose() != PollPurpose.PROPOSAL) {
            return; // whoever puts a part, or several items, to the vote knows the texts
        }
        if (poll.asksForProposal()) {
            guards.forEach(it -> it.requireReadyForVote(poll.item()));
            requireCurrent(poll);
        } else {
            requireNoProposal(poll);
        }
    }

    /**
     * Puts a motion on the procedure to the vote by device. Its result leaves the item as it is, unless that is what was moved.
     *
     * @param question as the members read it
     * @throws Refusal as {@link ProceduralMotions#count} does
     */
    public PollId putToVote(MotionId motion, String question) {
        var meeting = motions.meetingOf(motion);
        hold.take(meeting);
        requireConduct(meeting);
        var moved = motions.toVote(motion);
        var asked = new PollQuestion(question, moved.words(), null, false);
        var poll = store(meeting, moved.item(), asked, PollPurpose.PROCEDURE, Majority.OF_VOTES_CAST, moved.isPublic());
        open(poll);
        motions.voteOpened(motion, poll);
        return poll;
    }

    /**
     * Puts several items to the vote together. Whoever did it records the result for each of them with {@link #recordTogether} when
     * {@link PollClosed} tells of it.
     *
     * @param lead the item that is before the meeting
     * @throws RuleViolation as {@link #open} does
     * @throws Refusal as {@link #open} does, and if a roll call or a secret vote was obtained
     */
    public PollId putTogetherToVote(MeetingId meeting, AgendaItemId lead, PollQuestion question) {
        hold.take(meeting);
        requireConduct(meeting);
        if (motions.modeOf(meeting, lead) != BallotMode.OPEN) {
            throw new Refusal("voting.together.open-only");
        }
        resolutions.requireUnsettled(meeting, lead);
        var poll = store(meeting, lead, question, PollPurpose.TOGETHER, usualMajority(meeting), true);
        open(poll);
        return poll;
    }

    /**
     * Whether an item can be put to the vote together with others: as if it were put to the vote alone, and nobody is recused on it.
     *
     * @throws Refusal if it cannot
     */
    public void requireFitTogether(MeetingId meeting, AgendaItemId item) {
        requireConduct(meeting);
        if (attendance.recusals(meeting).stream().anyMatch(it -> it.item().equals(item))) {
            throw new Refusal("voting.together.recused");
        }
        if (!item(meeting, item).isPublic()) {
            throw new Refusal("voting.together.public-only");
        }
        if (motions.modeOf(meeting, item) != BallotMode.OPEN) {
            throw new Refusal("voting.together.open-only");
        }
        if (attendance.delegations(meeting).stream().anyMatch(it -> it.isInForce() && item.equals(it.item()))) {
            throw new Refusal("voting.together.delegated");
        }
        motions.requireNonePending(meeting, item);
        urgent.requireAdmitted(meeting, item);
        resolutions.requireUnsettled(meeting, item);
        guards.forEach(it -> it.requireReadyForVote(item));
    }

    /**
     * Records the result of a vote on several items for one of them, as a poll of its own: the same voters, the same votes, the
     * same hands.
     *
     * @throws Refusal if the item cannot be decided on
     */
    public PollId recordTogether(PollId together, AgendaItemId item, PollQuestion question) {
        var led = forAct(together);
        if (led.purpose() != PollPurpose.TOGETHER || led.state() != PollState.CLOSED) {
            throw new IllegalStateException("poll %s has no result for several items".formatted(together));
        }
        requireFitTogether(led.meeting(), item);
        var now = clock.instant();
        var asked = new Poll(
                led.meeting(),
                item,
                true,
                question,
                PollPurpose.PROPOSAL,
                led.summary().majority(),
                now);
        asked.recordFrom(together);
        var poll = polls.saveAndFlush(asked);
        if (poll.asksForProposal()) {
            requireCurrent(poll);
        } else {
            requireNoProposal(poll);
        }
        var quorum = attendance.quorum(led.meeting(), item);
        var strength = attendance.strength(led.meeting(), item);
        poll.open(BallotMode.OPEN, quorum, strength.votes(), false, now);
        polls.saveAndFlush(poll);
        box.copy(together, poll.id());
        var hands = led.summary().counted();
        poll.count(hands, 0, hands.total(), now);
        groups.replace(poll.id(), groups.of(together));
        poll.close(
                box.count(poll.id()),
                hands.total(),
                quorum,
                box.strength(poll.id()),
                strength.members(),
                castingVote(poll),
                now);
        polls.saveAndFlush(poll);
        resolutions.settle(poll.summary());
        return poll.id();
    }

    private OpenVoteRule openVote(MeetingId meeting) {
        var of = meetings.meeting(meeting);
        return councils.rules(of.organization(), of.day()).openVote();
    }

    private Majority usualMajority(MeetingId meeting) {
        var of = meetings.meeting(meeting);
        return councils.rules(of.organization(), of.day()).majority().usual();
    }

    /**
     * Puts a part of what is before the meeting to the vote: an amendment, or one point of the text. The item stays open. Whoever
     * put it to the vote hears of its result by {@link PollClosed}, before anything is committed.
     *
     * @throws RuleViolation as {@link #open} does
     * @throws Refusal as {@link #open} does
     */
    public PollId putPartToVote(
            MeetingId meeting, AgendaItemId item, PollQuestion question, PollPurpose purpose, Majority majority) {
        if (!purpose.isPart()) {
            throw new IllegalArgumentException("%s is the whole".formatted(purpose));
        }
        hold.take(meeting);
        requireConduct(meeting);
        resolutions.requireUnsettled(meeting, item);
        var poll = store(meeting, item, question, purpose, majority, true);
        open(poll);
        return poll;
    }

    /**
     * Takes a counted result back because the vote has to be taken again, for instance after a disturbance or a justified
     * challenge. What was counted stays on record. Asked again, it changes nothing.
     *
     * @throws Refusal if the item is not at hand any more, or the poll decided no item
     */
    public void annul(PollId id, String reason) {
        var poll = forAct(id);
        if (poll.summary().annulledFor() != null) {
            return;
        }
        if (poll.state() != PollState.CLOSED
                || poll.purpose() == PollPurpose.PROCEDURE
                || poll.purpose() == PollPurpose.TOGETHER) {
            throw new Refusal("voting.annul.not-counted");
        }
        if (reason.isBlank()) {
            throw new Refusal("voting.annul.reason-missing");
        }
        requireAtHand(poll);
        var now = clock.instant();
        database.sql("insert into voting_annulment (poll_id, reason, annulled_at) values (?, ?, ?)")
                .params(id.value(), reason.strip(), now.atOffset(ZoneOffset.UTC))
                .update();
        if (poll.purpose().isPart()) {
            if (poll.purpose() == PollPurpose.POINT) {
                resolutions.annulByPoints(poll.item(), now);
            }
            resolutions.requireUnsettled(poll.meeting(), poll.item()); // first the vote on the whole is taken back
        } else {
            resolutions.annul(id, now);
        }
        events.publishEvent(new PollAnnulled(id, poll.meeting(), poll.item(), reason.strip(), now));
        changed(poll.meeting());
    }

    /**
     * Puts a question to the vote at once. If the vote cannot be opened, nothing is left of the question.
     *
     * @param majority as in {@link #prepare}
     * @throws RuleViolation as {@link #open} does
     * @throws Refusal as {@link #open} does
     */
    public PollId putToVote(MeetingId meeting, AgendaItemId item, PollQuestion question, @Nullable Majority majority) {
        var poll = prepare(meeting, item, question, majority);
        open(poll);
        return poll;
    }

    /**
     * Enters how a member in the room voted by hand, as the secretariat saw it.
     *
     * @param receipt as in {@link PollVoting#cast}
     * @param person in whose name: the member in the room, or who left their vote to somebody in the room
     * @throws Refusal if the member takes part remotely, where nobody sees their hand
     */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public CastVote enterVote(PollId id, PersonId person, Choice choice, UUID receipt) {
        var poll = polls.findById(id).orElseThrow(() -> unknown(id));
        requireConduct(poll.meeting());
        if (poll.mode() == BallotMode.SECRET) {
            throw new Refusal("voting.enter.secret");
        }
        var castBy = box.castsFor(id, person).orElse(null);
        var caster = castBy == null ? person : castBy;
        if (attendance.present(poll.meeting()).stream()
                .anyMatch(it -> it.person().equals(caster) && it.place() == Place.REMOTE)) {
            throw new Refusal("voting.enter.remote");
        }
        return voting.store(id, person, castBy, choice, receipt, true);
    }

    /**
     * Enters a count of hands in the room, for members who have not voted by name. A new count replaces the one before.
     *
     * @throws Refusal if it counts more hands than members in the room who have not voted
     */
    public void enterCount(PollId id, Tally inTheRoom) {
        enterCount(id, inTheRoom, 0);
    }

    /**
     * Enters what was counted out of the urn in a secret vote on paper.
     *
     * @param invalid ballots that say nothing clear
     * @throws Refusal if there are more ballots than members in the room who may vote
     */
    public void enterBallots(PollId id, Tally counted, int invalid) {
        enterCount(id, counted, invalid);
    }

    /**
     * Enters hands counted in the room group by group, for members who have not voted by name. A new count replaces the one before;
     * the sum is what was counted.
     *
     * @param byGroup groups that raised hands, each once
     * @throws Refusal if it counts more hands of a group than it has members in the room who have not voted, or the vote is not
     *     open to hands
     */
    public void enterCounts(PollId id, List<GroupCount> byGroup) {
        var poll = forAct(id);
        if (poll.mode() == BallotMode.SECRET) {
            throw new Refusal("voting.enter.secret");
        }
        box.shut(id);
        var raised = byGroup.stream().filter(it -> it.tally().total() > 0).toList();
        requireHands(poll, GroupResult.sum(raised));
        poll.count(GroupResult.sum(raised), 0, countableHands(poll), clock.instant());
        requireCountable(poll, raised);
        groups.replace(id, raised);
        polls.saveAndFlush(poll);
        changed(poll.meeting());
    }

    /**
     * Where members have several votes, or carry those of others, a raised hand says neither how many it counts nor in whose name: such
     * votes are cast by device, called or entered by name. Ballots on paper are handed out for each vote.
     */
    private void requireHands(Poll poll, Tally hands) {
        if (poll.mode() != BallotMode.SECRET && hands.total() > 0 && !box.isByHands(poll.id())) {
            var meeting = meetings.meeting(poll.meeting());
            var rules = councils.rules(meeting.organization(), meeting.day());
            throw Eligibility.handsSayTooLittle(rules);
        }
    }

    private void requireCountable(Poll poll, List<GroupCount> counts) {
        if (counts.isEmpty()) {
            return;
        }
        var meeting = meetings.meeting(poll.meeting());
        var countable = GroupResult.countable(
                councils.members(meeting.organization(), meeting.day()),
                attendance.entitled(poll.meeting(), poll.item()),
                box.votes(poll.id()));
        for (var count : counts) {
            var most = countable.getOrDefault(Optional.ofNullable(count.group()), 0);
            if (count.tally().total() > most) {
                throw new Refusal("voting.count.group-too-many", count.tally().total(), most);
            }
        }
    }

    private void enterCount(PollId id, Tally counted, int invalid) {
        var poll = forAct(id);
        box.shut(id);
        if (poll.mode() == BallotMode.OPEN && poll.state() == PollState.OPEN) {
            groups.replace(id, List.of()); // whose hands they were is not known any more
        }
        requireHands(poll, counted);
        poll.count(counted, invalid, countableHands(poll), clock.instant());
        polls.save(poll);
        changed(poll.meeting());
    }

    /**
     * Closes the vote and settles the result. Closed again, it changes nothing.
     *
     * @throws RuleViolation if the quorum was lost since opening (R4); the poll then has to be cancelled
     * @throws Refusal if the meeting is interrupted, when nothing is decided, or if more hands were counted than members
     *     in the room are left who have not voted by name, or before an end that was announced
     */
    public PollSummary close(PollId id) {
        // the meeting itself first, as all who call items do: what follows from the vote may call some
        meetings.hold(lookup.meetingOf(id));
        var poll = forAct(id);
        if (poll.state() == PollState.CLOSED) {
            return poll.summary();
        }
        if (meetings.meeting(poll.meeting()).state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        box.shut(id);
        requireCountable(poll, groups.of(id));
        requireHands(poll, poll.summary().counted());
        poll.close(
                box.count(id),
                countableHands(poll),
                attendance.quorum(poll.meeting(), poll.item()),
                poll.mode() == BallotMode.SECRET ? countableHands(poll) : box.strength(id),
                attendance.strength(poll.meeting(), poll.item()).members(),
                castingVote(poll),
                clock.instant());
        polls.saveAndFlush(poll);
        switch (poll.purpose()) {
            case PROPOSAL -> resolutions.settle(poll.summary());
            case PROCEDURE -> motions.voted(poll.summary());
            case AMENDMENT, POINT, TOGETHER -> {} // whoever put it to the vote heard of it by the event
        }
        changed(poll.meeting());
        return poll.summary();
    }

    /**
     * Announces when an open vote ends; until then, and a moment longer for votes that are on their way, it is closed only if everybody
     * has voted. By the rules it then closes by itself, or the chair closes it, as always in a roll call. Announced again, it ends
     * later.
     *
     * @throws Refusal if it is not open or secret, the time is too short or too long, or ends before the one that was announced
     */
    public void announceEnd(PollId id, Duration in) {
        var poll = forAct(id);
        var byItself = openVote(poll.meeting()).closesByItself() && poll.mode() == BallotMode.OPEN;
        poll.announceEnd(in, byItself, clock.instant());
        polls.save(poll);
        changed(poll.meeting());
    }

    /** The vote goes on without an announced end. Asked again, it changes nothing. */
    public void takeEndBack(PollId id) {
        var poll = forAct(id);
        poll.takeEndBack(clock.instant());
        polls.save(poll);
        changed(poll.meeting());
    }

    /** Closes a vote whose announced end has come, as it is now: the chair may have changed the end a moment ago. */
    void closeAtEnd(PollId id) {
        if (forAct(id).isDue(clock.instant())) {
            close(id);
        }
    }

    /** A vote that could not be closed at its end goes on without one. */
    void takeEndBackIfDue(PollId id) {
        if (forAct(id).isDue(clock.instant())) {
            takeEndBack(id);
        }
    }

    /** Ends a poll without a result, for instance because the quorum was lost. */
    public void cancel(PollId id, String reason) {
        var poll = forAct(id);
        box.shut(id);
        poll.cancel(reason, clock.instant());
        polls.save(poll);
        motions.voteCancelled(id);
        changed(poll.meeting());
    }

    /** How whoever is in the chair voted by name, if the rules let their vote break a tie (R8). */
    private @Nullable Choice castingVote(Poll poll) {
        var meeting = meetings.meeting(poll.meeting());
        var chair = meeting.conductedBy();
        var rule = councils.rules(meeting.organization(), meeting.day()).majority();
        return chair == null || !rule.castingVote()
                ? null
                : box.find(poll.id(), chair).map(it -> it.vote().choice()).orElse(null);
    }

    /** Votes of those in the room that were not cast by name: hands to be counted, or ballots to be handed out. */
    private int countableHands(Poll poll) {
        var voted = box.votes(poll.id()).stream().map(Vote::person).collect(Collectors.toSet());
        var inTheRoom = attendance.strength(poll.meeting(), poll.item()).inHand().stream()
                .filter(it -> it.place() == Place.ROOM && !voted.contains(it.voter()))
                .mapToInt(VoteInHand::weight)
                .sum();
        return poll.mode() == BallotMode.SECRET ? poll.handedOut(inTheRoom) : inTheRoom;
    }

    /** Whoever changed the wording on the item meanwhile is done: the meeting is held. */
    private void requireCurrent(Poll poll) {
        var current = wordings.on(poll.item()).map(it -> it.current().fingerprint());
        if (!current.equals(Optional.ofNullable(poll.proposalFingerprint()))) {
            throw new Refusal("paper.change.overtaken");
        }
    }

    /**
     * Words of one's own are put to the vote where no paper proposes any. One that came onto the item after the desk was
     * drawn comes with amendments and a text that are to be kept.
     */
    private void requireNoProposal(Poll poll) {
        if (access.asSystem("voting", () -> wordings.on(poll.item())).isPresent()) {
            throw new Refusal("paper.change.overtaken");
        }
    }

    private void requireAtHand(Poll poll) {
        if (meetings.meeting(poll.meeting()).state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        if (item(poll.meeting(), poll.item()).state() != ItemState.CALLED) {
            throw new Refusal("voting.open.item-not-called");
        }
    }

    private AgendaItemSummary item(MeetingId meeting, AgendaItemId item) {
        return meetings.agenda(meeting).stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("agenda item " + item));
    }

    /** First the meeting is held: what is read of it is then true until the commit. */
    private Poll forAct(PollId id) {
        hold.take(lookup.meetingOf(id));
        var poll = polls.findForAct(id).orElseThrow(() -> unknown(id));
        requireConduct(poll.meeting());
        return poll;
    }

    private void requireConduct(MeetingId meeting) {
        access.require(meetings.meeting(meeting).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
    }

    private void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }

    private static NoSuchElementException unknown(PollId id) {
        return new NoSuchElementException("poll " + id);
    }
}
