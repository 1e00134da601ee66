package de.ratssaal.election;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.UrgentItems;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens in an election: ballots are handed out, the urn is closed, tellers count by themselves, the result is announced,
 * who is elected answers. Everything but counting and answering is for the chair, or the secretariat for them.
 */
@Service
@Transactional
public class ElectionConduct {

    /** Tellers count independently of each other. */
    static final int COUNTS = 2;

    private final ElectionRecords records;
    private final Elections elections;
    private final FollowUp followUp;
    private final Voters voters;
    private final Meetings meetings;
    private final Councils councils;
    private final Polls polls;
    private final ProceduralMotions motions;
    private final UrgentItems urgent;
    private final ResolutionBook resolutions;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ElectionConduct(
            ElectionRecords records,
            Elections elections,
            FollowUp followUp,
            Voters voters,
            Meetings meetings,
            Councils councils,
            Polls polls,
            ProceduralMotions motions,
            UrgentItems urgent,
            ResolutionBook resolutions,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.records = records;
        this.elections = elections;
        this.followUp = followUp;
        this.voters = voters;
        this.meetings = meetings;
        this.councils = councils;
        this.polls = polls;
        this.motions = motions;
        this.urgent = urgent;
        this.resolutions = resolutions;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Opens a round: from now on ballots are handed out. Opened again it changes nothing.
     *
     * @throws RuleViolation if there is no quorum (R4), or the invited were not told of the item in time and it was not admitted
     *     (R3)
     * @throws Refusal if the item is not before the open meeting, another vote is under way, or there are no two tellers
     */
    public void openRound(RoundId id) {
        var election = elections.conducted(records.electionOf(id));
        var round = Elections.round(election, id);
        if (round.isRunning()) {
            return;
        }
        begin(election, round, RoundWay.PAPER);
    }

    void begin(ElectionSummary election, RoundSummary round, RoundWay way) {
        Elections.require(round.state() == RoundState.PROPOSED && !election.isOver(), "election.round.over");
        requireAtHand(election);
        Elections.require(
                polls.of(election.meeting()).stream().noneMatch(it -> it.state() == PollState.OPEN),
                "election.open.poll-is-open");
        Elections.require(!records.isVoting(election.meeting(), null), "election.open.another-is-open");
        switch (way) {
            case PAPER -> {
                Elections.require(election.tellers().size() >= COUNTS, "election.open.tellers", COUNTS);
                var elsewhere = voters.elsewhere(election.meeting(), election.item());
                Elections.require(elsewhere == 0, "election.open.elsewhere", elsewhere);
            }
            case HANDS ->
                Elections.require(voters.areByHands(election.meeting(), election.item()), "election.open.weighted");
            case DEVICE -> requireOneVoteEach(election);
        }
        var quorum = voters.quorum(election.meeting(), election.item());
        quorum.require();
        var votes = voters.votes(election.meeting(), election.item());
        records.open(round.id(), way, votes, clock.instant());
        events.publishEvent(new RoundOpened(
                election.id(), election.meeting(), round.id(), round.number(), way, votes, clock.instant()));
        changed(election.meeting());
    }

    /** Every encrypted ballot counts one: it cannot show that it carries several votes, or in whose name. */
    void requireOneVoteEach(ElectionSummary election) {
        Elections.require(voters.areByHands(election.meeting(), election.item()), "election.open.by-device-weighted");
    }

    /**
     * Closes the urn. Closed again it changes nothing.
     *
     * @param handedOut how many ballots were handed out
     * @throws RuleViolation if the quorum was lost (R4); the round then has to be cancelled
     * @throws Refusal if more ballots were handed out than there were members in the room
     */
    public void closeUrn(RoundId id, int handedOut) {
        var election = elections.conducted(records.electionOf(id));
        var round = Elections.round(election, id);
        if (round.state() == RoundState.COUNTING) {
            return;
        }
        var openedAt = round.openedAt();
        if (round.state() != RoundState.OPEN || round.way() != RoundWay.PAPER || openedAt == null) {
            throw new Refusal("election.round.not-open");
        }
        requireOpenMeeting(election.meeting());
        var quorum = voters.quorum(election.meeting(), election.item());
        quorum.require();
        var most = voters.inRoomSince(election.meeting(), election.item(), openedAt);
        Elections.require(handedOut >= 1, "election.urn.none");
        Elections.require(handedOut <= most, "election.urn.too-many", handedOut, most);
        var entitled = Math.max(handedOut, voters.votes(election.meeting(), election.item()));
        records.closeUrn(id, handedOut, entitled);
        events.publishEvent(new UrnClosed(election.id(), election.meeting(), id, handedOut, entitled, clock.instant()));
        changed(election.meeting());
    }

    /**
     * Enters what one teller counted: the teller, or for them who conducts the meeting. The same entered again changes nothing.
     *
     * @throws Refusal if a sum does not fit, or this teller's count is there already and is another one
     */
    public void enterCount(RoundId id, PersonId teller, CountSheet sheet) {
        var election = elections.held(records.electionOf(id));
        if (!access.requirePerson().equals(teller)) {
            elections.requireConduct(election.meeting());
        }
        Elections.require(election.tellers().contains(teller), "election.count.no-teller");
        var round = counted(election, id);
        Elections.require(sheet.votes().keySet().equals(Set.copyOf(round.candidates())), "election.count.candidates");
        sheet.requireSumsFit(round.handedOut(), names(election, round));
        var before = records.sheetOf(round, teller);
        if (before.isEmpty()) {
            records.add(round, teller, sheet, clock.instant());
            events.publishEvent(new CountEntered(
                    election.id(), election.meeting(), id, round.attempt(), teller, sheet, clock.instant()));
            changed(election.meeting());
        } else {
            Elections.require(before.getFirst().equals(sheet), "election.count.there");
        }
    }

    /** Has the ballots counted once more. What was counted before is kept. */
    public void recount(RoundId id, int seen) {
        var election = elections.conducted(records.electionOf(id));
        var round = counted(election, id);
        if (round.attempt() == seen && !round.countedBy().isEmpty()) {
            records.attempt(id, seen + 1);
            events.publishEvent(new RecountOrdered(election.id(), election.meeting(), id, seen + 1, clock.instant()));
            changed(election.meeting());
        }
    }

    /**
     * Announces the result, once two tellers counted the same. Announced again it changes nothing.
     *
     * @throws Refusal if a count is missing, or the counts differ; it says where
     */
    public void settle(RoundId id) {
        var election = elections.conducted(records.electionOf(id));
        var round = Elections.round(election, id);
        if (round.state() == RoundState.SETTLED) {
            return;
        }
        counted(election, id);
        requireOpenMeeting(election.meeting());
        var sheets = records.sheets(round);
        Elections.require(sheets.size() >= COUNTS, "election.settle.missing", sheets.size(), COUNTS);
        var sheet = sheets.getFirst();
        sheets.forEach(it -> requireSame(election, sheet, it));
        announce(election, id, sheet);
    }

    /** A round whose ballots of paper are being counted. */
    private static RoundSummary counted(ElectionSummary election, RoundId id) {
        var round = Elections.round(election, id);
        Elections.require(round.state() == RoundState.COUNTING, "election.count.not-now");
        Elections.require(round.way() == RoundWay.PAPER, "election.count.by-device");
        return round;
    }

    /** What was counted becomes the result, and what follows from it is begun. */
    void announce(ElectionSummary election, RoundId id, CountSheet sheet) {
        var round = Elections.round(election, id);
        var now = clock.instant();
        records.settle(id, now);
        if (election.kind() == ElectionKind.LISTS) {
            var shared = SharedSeats.ofVotes(election.seatMethod(), round.seats(), sheet, election.names());
            var next = shared.lot() != null
                    ? RoundOutcome.Next.LOT_FOR_SEATS
                    : shared.seats().isEmpty() ? RoundOutcome.Next.FAILED : RoundOutcome.Next.DONE;
            events.publishEvent(new RoundSettled(election.id(), election.meeting(), id, sheet, next, now));
            followUp.ofSeats(election, id, shared);
        } else {
            var outcome = ElectionRecords.outcome(
                    round.kind(),
                    elections.rule(election.meeting()),
                    round.seats(),
                    sheet,
                    round.entitled(),
                    election.names());
            events.publishEvent(new RoundSettled(election.id(), election.meeting(), id, sheet, outcome.next(), now));
            followUp.ofRound(election, round, outcome);
        }
        changed(election.meeting());
    }

    private static void requireSame(ElectionSummary election, CountSheet one, CountSheet other) {
        requireSame("election.differs.in-urn", "", one.inUrn(), other.inUrn());
        requireSame("election.differs.blank", "", one.blank(), other.blank());
        requireSame("election.differs.invalid", "", one.invalid(), other.invalid());
        requireSame("election.differs.no", "", one.no(), other.no());
        one.votes()
                .forEach((who, votes) ->
                        requireSame("election.differs.votes", election.nameOf(who), votes, other.votesOf(who)));
    }

    private static void requireSame(String key, String name, int one, int other) {
        Elections.require(one == other, key, one, other, name);
    }

    /** Cancels a round that went wrong; it is held again with the same candidates. */
    public void cancelRound(RoundId id, String reason) {
        var election = elections.conducted(records.electionOf(id));
        var round = Elections.round(election, id);
        Elections.require(!reason.isBlank(), "election.reason-missing");
        Elections.require(round.isRunning(), "election.round.not-open");
        records.cancel(id, reason.strip());
        records.propose(election, round.kind(), round.seats(), round.candidates());
        events.publishEvent(new RoundCancelled(election.id(), election.meeting(), id, reason.strip(), clock.instant()));
        changed(election.meeting());
    }

    /**
     * Shares out the seats by the strength of the groups, without a vote. Done again it changes nothing.
     *
     * @throws Refusal if that is not what this election is about
     */
    public void shareByStrength(ElectionId id) {
        var election = elections.conducted(id);
        Elections.require(election.kind() == ElectionKind.GROUPS, "election.share.not-groups");
        if (election.state() != ElectionState.NOMINATING) {
            return;
        }
        requireAtHand(election);
        voters.quorum(election.meeting(), election.item()).require();
        followUp.ofSeats(
                election, null, SharedSeats.ofStrength(election.seatMethod(), election.seats(), election.candidates()));
        changed(election.meeting());
    }

    /**
     * Who is elected accepts or declines: by their own word, or as who conducts the meeting heard it. Answered again the same, it
     * changes nothing.
     *
     * @throws Refusal if they were not elected or have answered otherwise
     */
    public void answer(ElectionId id, CandidateId candidate, boolean accepts) {
        var election = elections.held(id);
        var person = election.candidates().stream()
                .filter(it -> it.id().equals(candidate))
                .map(Candidate::person)
                .filter(Objects::nonNull)
                .findFirst();
        if (person.filter(access.requirePerson()::equals).isEmpty()) {
            elections.requireConduct(election.meeting());
        }
        Elections.require(election.kind() == ElectionKind.PERSONS, "election.answer.not-a-person");
        Elections.require(
                election.state() != ElectionState.CANCELLED && election.state() != ElectionState.REPEATED,
                "election.answer.over");
        var elected = election.elected().stream()
                .filter(it -> it.candidate().equals(candidate))
                .findFirst()
                .orElseThrow(() -> new Refusal("election.answer.not-elected"));
        if (elected.accepts() == null) {
            records.answer(id, candidate, accepts);
            events.publishEvent(new ElectionAnswered(id, election.meeting(), candidate, accepts, clock.instant()));
            changed(election.meeting());
        } else {
            Elections.require(elected.accepts() == accepts, "election.answer.answered");
        }
    }

    /** A ballot may name as many as are elected; of lists one. */
    static int names(ElectionSummary election, RoundSummary round) {
        return election.kind() == ElectionKind.LISTS ? 1 : round.seats();
    }

    void requireAtHand(ElectionSummary election) {
        requireOpenMeeting(election.meeting());
        var called = meetings.agenda(election.meeting()).stream()
                .filter(it -> it.id().equals(election.item()) && it.state() == ItemState.CALLED)
                .findFirst()
                .orElseThrow(() -> new Refusal("election.open.item-not-called"));
        motions.requireNonePending(election.meeting(), election.item());
        Elections.require(
                resolutions.of(election.meeting()).stream()
                        .noneMatch(it -> it.item().equals(election.item())
                                && !it.outcome().needsPoll()
                                && it.outcome() != Outcome.NOTED),
                "election.open.item-settled");
        if (called.isPublic() != election.isPublic()) {
            records.publish(election.id(), called.isPublic()); // the item was moved before the meeting
        }
        if (urgent.isBarred(election.meeting(), election.item())) {
            var meeting = meetings.meeting(election.meeting());
            throw new RuleViolation(
                    "voting.urgent.not-on-agenda",
                    councils.rules(meeting.organization(), meeting.day())
                            .urgentItem()
                            .source());
        }
    }

    void requireOpenMeeting(MeetingId meeting) {
        Elections.require(meetings.meeting(meeting).state() == MeetingState.OPEN, "election.open.meeting-not-open");
    }

    private void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }
}
