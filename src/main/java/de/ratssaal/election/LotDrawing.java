package de.ratssaal.election;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A lot is drawn in the meeting: by what several members and the application contribute, or by the hand of the chair before a witness. */
@Service
@Transactional
public class LotDrawing {

    /** Nobody alone decides a lot. */
    static final int CONTRIBUTIONS = 2;

    private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");

    private final ElectionRecords records;
    private final Elections elections;
    private final FollowUp followUp;
    private final Voters voters;
    private final Meetings meetings;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    LotDrawing(
            ElectionRecords records,
            Elections elections,
            FollowUp followUp,
            Voters voters,
            Meetings meetings,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.records = records;
        this.elections = elections;
        this.followUp = followUp;
        this.voters = voters;
        this.meetings = meetings;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The member who is signed in commits themselves to a secret that stays with them. Sent again it changes nothing.
     *
     * @param attempt for which it was made
     * @throws Refusal if they are not present and entitled to vote, held back a secret before, or contributions are closed
     */
    public void commit(LotId id, int attempt, String commitment) {
        var election = elections.held(records.electionOf(id));
        var lot = lot(election, id);
        var member = access.requirePerson();
        requireOpenMeeting(election.meeting());
        Elections.require(
                lot.state() == LotSummary.State.COLLECTING && lot.attempt() == attempt, "election.lot.not-collecting");
        Elections.require(
                voters.present(election.meeting(), election.item()).contains(member), "election.lot.not-present");
        Elections.require(!lot.withheld().contains(member), "election.lot.withheld");
        Elections.require(COMMITMENT.matcher(commitment).matches(), "election.lot.unreadable");
        if (records.commit(lot, member, commitment, clock.instant())) {
            events.publishEvent(new LotCommitted(
                    election.id(), election.meeting(), id, attempt, member, commitment, clock.instant()));
            changed(election.meeting());
        }
    }

    /**
     * Nobody contributes any more; from now on secrets are opened. For who conducts the meeting.
     *
     * @throws Refusal if fewer than two members contribute
     */
    public void beginOpening(LotId id) {
        var election = elections.conducted(records.electionOf(id));
        var lot = lot(election, id);
        if (lot.state() != LotSummary.State.COLLECTING) {
            return;
        }
        Elections.require(lot.valid().size() >= CONTRIBUTIONS, "election.lot.too-few", CONTRIBUTIONS);
        records.lot(id, LotSummary.State.OPENING, lot.attempt());
        events.publishEvent(new LotOpening(
                election.id(),
                election.meeting(),
                id,
                lot.attempt(),
                lot.valid().size(),
                clock.instant()));
        changed(election.meeting());
    }

    /**
     * The member who is signed in opens their secret. Sent again it changes nothing.
     *
     * @throws Refusal if it is not the one they committed themselves to
     */
    public void open(LotId id, String secret) {
        var election = elections.held(records.electionOf(id));
        var lot = lot(election, id);
        var member = access.requirePerson();
        Elections.require(lot.state() == LotSummary.State.OPENING, "election.lot.not-opening");
        var committed = lot.valid().stream()
                .filter(it -> it.person().equals(member))
                .findFirst()
                .orElseThrow(() -> new Refusal("election.lot.no-commitment"));
        Elections.require(
                Lot.isSecret(secret)
                        && Lot.commitment(lot.name(), member.toString(), secret).equals(committed.commitment()),
                "election.lot.other-secret");
        if (committed.secret() == null) {
            records.openSecret(lot, member, secret);
            events.publishEvent(
                    new LotSecretOpened(election.id(), election.meeting(), id, lot.attempt(), member, clock.instant()));
            changed(election.meeting());
        }
    }

    /**
     * Draws, once all secrets are open. Drawn again it changes nothing. For who conducts the meeting.
     *
     * @throws Refusal if a secret is missing
     */
    public void draw(LotId id) {
        var election = elections.conducted(records.electionOf(id));
        var lot = Elections.lot(election, id);
        if (lot.isDrawn()) {
            return;
        }
        requireWaiting(election);
        requireOpenMeeting(election.meeting());
        Elections.require(lot.state() == LotSummary.State.OPENING, "election.lot.not-opening");
        Elections.require(
                lot.valid().stream().allMatch(it -> it.secret() != null),
                "election.lot.not-all-open",
                lot.valid().stream().filter(it -> it.secret() == null).count());
        settle(election, lot, redraw(election, records.opened(lot)), null);
    }

    /**
     * What follows from the contributions of a lot and the names in it.
     *
     * @throws IllegalArgumentException if a secret is missing or not the one that was committed to
     */
    static List<CandidateId> redraw(ElectionSummary election, LotSummary lot) {
        var byName = lot.among().stream().collect(Collectors.toMap(election::nameOf, it -> it));
        return Lot.draw(lot.name(), List.copyOf(byName.keySet()), lot.places(), contributions(lot)).stream()
                .map(byName::get)
                .toList();
    }

    /** Whether what is recorded of a lot follows from what members contributed. */
    public static boolean isTrue(ElectionSummary election, LotSummary lot) {
        return Lot.verify(
                lot.name(),
                lot.among().stream().map(election::nameOf).toList(),
                contributions(lot),
                lot.drawn().stream().map(election::nameOf).toList());
    }

    private static List<Lot.Contribution> contributions(LotSummary lot) {
        var all = new ArrayList<Lot.Contribution>();
        lot.valid().forEach(it -> all.add(contribution(it.person().toString(), it.commitment(), it.secret())));
        var own = lot.own();
        if (own != null) {
            all.add(contribution(Lot.APPLICATION, own.commitment(), own.secret()));
        }
        return all;
    }

    private static Lot.Contribution contribution(String who, String commitment, @Nullable String secret) {
        return new Lot.Contribution(who, commitment, secret == null ? "" : secret);
    }

    /**
     * Begins the lot anew without those who did not open their secret; they stand in the record. For who conducts the meeting.
     *
     * @param seen the attempt before their eyes
     */
    public void beginAnew(LotId id, int seen) {
        var election = elections.conducted(records.electionOf(id));
        var lot = lot(election, id);
        Elections.require(!lot.isDrawn(), "election.lot.drawn");
        if (lot.attempt() != seen || lot.state() != LotSummary.State.OPENING) {
            return;
        }
        var withheld = lot.valid().stream()
                .filter(it -> it.secret() == null)
                .map(LotSummary.Contribution::person)
                .toList();
        Elections.require(!withheld.isEmpty(), "election.lot.all-open");
        records.lot(id, LotSummary.State.COLLECTING, seen + 1);
        followUp.commit(election, id, seen + 1);
        events.publishEvent(
                new LotBegunAnew(election.id(), election.meeting(), id, seen + 1, withheld, clock.instant()));
        changed(election.meeting());
    }

    /**
     * The chair drew the lot by hand, as it always was done. For who conducts the meeting.
     *
     * @param drawn who was drawn, in this order
     * @param witness who saw it
     * @throws Refusal if nobody saw it, or as many as needed were not drawn
     */
    public void drawnByHand(LotId id, List<CandidateId> drawn, String witness) {
        var election = elections.conducted(records.electionOf(id));
        var lot = lot(election, id);
        Elections.require(!lot.isDrawn(), "election.lot.drawn");
        requireOpenMeeting(election.meeting());
        Elections.require(
                lot.valid().stream().noneMatch(it -> it.secret() != null), "election.lot.drawn-by-hand-too-late");
        Elections.require(!witness.isBlank(), "election.lot.witness-missing");
        Elections.require(
                drawn.stream().distinct().count() == lot.places()
                        && drawn.size() == lot.places()
                        && lot.among().containsAll(drawn),
                "election.lot.places",
                lot.places());
        settle(election, lot, drawn, witness.strip());
    }

    private void settle(ElectionSummary election, LotSummary lot, List<CandidateId> drawn, @Nullable String witness) {
        var now = clock.instant();
        records.drawn(lot.id(), drawn, witness, now);
        events.publishEvent(new LotDrawn(election.id(), election.meeting(), lot.id(), drawn, witness, now));
        followUp.ofLot(election, lot, drawn);
        changed(election.meeting());
    }

    /** A lot of an election that was cancelled meanwhile decides nothing. */
    private static LotSummary lot(ElectionSummary election, LotId id) {
        requireWaiting(election);
        return Elections.lot(election, id);
    }

    private static void requireWaiting(ElectionSummary election) {
        Elections.require(election.state() == ElectionState.LOT, "election.lot.over");
    }

    private void requireOpenMeeting(MeetingId meeting) {
        Elections.require(meetings.meeting(meeting).state() == MeetingState.OPEN, "election.open.meeting-not-open");
    }

    private void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }
}
