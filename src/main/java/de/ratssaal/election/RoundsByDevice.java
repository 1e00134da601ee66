package de.ratssaal.election;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds held secretly with the members' devices. Whoever takes the ballots says with {@link #open}, {@link #shut} and {@link
 * #settle} how far it is; what a round is, who elects and what follows from the result is decided here as for ballots of paper.
 */
@Service
@Transactional
public class RoundsByDevice {

    private final ElectionRecords records;
    private final Elections elections;
    private final ElectionConduct conduct;
    private final Voters voters;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    RoundsByDevice(
            ElectionRecords records,
            Elections elections,
            ElectionConduct conduct,
            Voters voters,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.records = records;
        this.elections = elections;
        this.conduct = conduct;
        this.voters = voters;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** @throws NoSuchElementException if there is no such round, or none that whoever asks may see */
    @Transactional(readOnly = true)
    public RoundBallot ballot(RoundId id) {
        return ballot(elections.election(records.electionOf(id)), id);
    }

    /** Rounds of a meeting in the order of their elections, without what whoever asks may not see. */
    @Transactional(readOnly = true)
    public List<RoundBallot> of(MeetingId meeting) {
        return elections.of(meeting).stream()
                .flatMap(election -> election.rounds().stream().map(it -> new RoundBallot(election, it)))
                .toList();
    }

    /**
     * Asks whether devices may register for a round.
     *
     * @throws RuleViolation as {@link #open} does
     * @throws Refusal as {@link #open} does
     */
    @Transactional(readOnly = true)
    public void requireReady(RoundId id) {
        var ballot = ballot(id);
        elections.requireConduct(ballot.election().meeting());
        Elections.require(ballot.isToCome(), "election.round.over");
        conduct.requireAtHand(ballot.election());
        conduct.requireOneVoteEach(ballot.election());
    }

    /** Who is there and elects on an item now. */
    @Transactional(readOnly = true)
    public List<PersonId> voters(MeetingId meeting, AgendaItemId item) {
        return voters.entitled(meeting, item);
    }

    /** Whether whoever is recused on the item elects like everybody else (R7). */
    @Transactional(readOnly = true)
    public boolean doRecusedElect(MeetingId meeting) {
        return voters.doRecusedElect(meeting);
    }

    /** @throws RuleViolation if somebody does not elect on an item now; it says why */
    @Transactional(readOnly = true)
    public void requireVoter(MeetingId meeting, AgendaItemId item, PersonId person) {
        voters.require(meeting, item, person);
    }

    /**
     * Opens a round. Opened again it changes nothing.
     *
     * @throws RuleViolation as {@link ElectionConduct#openRound} does
     * @throws Refusal as {@link ElectionConduct#openRound} does, and where a member has several votes; tellers need not be named
     */
    public void open(RoundId id) {
        var election = elections.conducted(records.electionOf(id));
        var round = Elections.round(election, id);
        if (round.isRunning() && round.way() == RoundWay.DEVICE) {
            return;
        }
        conduct.begin(election, round, RoundWay.DEVICE);
    }

    /**
     * From now on no ballot is taken. Asked again it changes nothing.
     *
     * @param taking how many members take part with their devices
     * @throws RuleViolation if the quorum was lost (R4); the round then has to be cancelled
     * @throws Refusal if the meeting is interrupted, or the round is not held by device
     */
    public void shut(RoundId id, int taking) {
        var election = elections.conducted(records.electionOf(id));
        var round = Elections.round(election, id);
        if (round.state() == RoundState.COUNTING && round.way() == RoundWay.DEVICE) {
            return;
        }
        Elections.require(
                round.state() == RoundState.OPEN && round.way() == RoundWay.DEVICE, "election.round.not-open");
        conduct.requireOpenMeeting(election.meeting());
        var quorum = voters.quorum(election.meeting(), election.item());
        quorum.require();
        var entitled = Math.max(taking, voters.votes(election.meeting(), election.item()));
        records.closeUrn(id, taking, entitled);
        events.publishEvent(new UrnClosed(election.id(), election.meeting(), id, taking, entitled, clock.instant()));
        notices.changed(ChangeNotices.meeting(election.meeting().value()));
    }

    /**
     * Enters what was decrypted, and announces the result. For the application itself, once the result was verified. Asked again it
     * changes nothing.
     *
     * @throws Refusal if the meeting is interrupted, when nothing is decided
     */
    public void settle(RoundId id, CountSheet sheet) {
        access.requireSystem();
        var election = elections.held(records.electionOf(id));
        var round = Elections.round(election, id);
        if (round.state() == RoundState.SETTLED) {
            return;
        }
        if (round.state() != RoundState.COUNTING || round.way() != RoundWay.DEVICE) {
            throw new IllegalStateException("round %s is %s, by %s".formatted(id, round.state(), round.way()));
        }
        conduct.requireOpenMeeting(election.meeting());
        sheet.requireSumsFit(round.handedOut(), ElectionConduct.names(election, round));
        records.addDecrypted(round, sheet, clock.instant());
        conduct.announce(elections.election(election.id()), id, sheet);
    }

    private static RoundBallot ballot(ElectionSummary election, RoundId id) {
        return new RoundBallot(election, Elections.round(election, id));
    }
}
