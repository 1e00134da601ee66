package de.ratssaal.urn;

import static de.ratssaal.urn.OpenedElection.bytes;

import de.ratssaal.ballot.Credentials;
import de.ratssaal.ballot.ElectionParameters;
import de.ratssaal.ballot.EncryptedBallot;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.Hash;
import de.ratssaal.ballot.SizedTally;
import de.ratssaal.ballot.Tally;
import de.ratssaal.ballot.Trustees;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.election.RoundId;
import de.ratssaal.election.RoundsByDevice;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.teller.TellerKey;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollQuestion;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the chair, or the secretariat for them, does with secret votes by device. */
@Service
public class UrnConduct {

    private static final String LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int UUID_LENGTH = 22;
    private static final Locale LANGUAGE = Locale.GERMAN;

    private final UrnStore store;
    private final Collecting collecting;
    private final Registering registering;
    private final BreakingOff breakingOff;
    private final RecordKeeping records;
    private final OpenedElections elections;
    private final ReadyKeys keys;
    private final SecretVoteRules rules;
    private final Tallying tallying;
    private final Matters matters;
    private final PollConduct voting;
    private final Meetings meetings;
    private final MeetingHold hold;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Messages messages;
    private final Access access;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    UrnConduct(
            UrnStore store,
            Collecting collecting,
            Registering registering,
            BreakingOff breakingOff,
            RecordKeeping records,
            OpenedElections elections,
            ReadyKeys keys,
            SecretVoteRules rules,
            Tallying tallying,
            Matters matters,
            PollConduct voting,
            Meetings meetings,
            MeetingHold hold,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Messages messages,
            Access access,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.collecting = collecting;
        this.registering = registering;
        this.breakingOff = breakingOff;
        this.records = records;
        this.elections = elections;
        this.keys = keys;
        this.rules = rules;
        this.tallying = tallying;
        this.matters = matters;
        this.voting = voting;
        this.meetings = meetings;
        this.hold = hold;
        this.events = events;
        this.notices = notices;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins with the registration of devices. While it runs already, it changes nothing.
     *
     * @throws Refusal if the vote is not to be secret, the tellers have no key, or the item is not before the meeting
     */
    public void begin(PollId poll) {
        begin(MatterKind.POLL, SecretPollId.of(poll));
    }

    /**
     * As {@link #begin(PollId)}, for a round of an election.
     *
     * @throws RuleViolation as {@link RoundsByDevice#open} does
     * @throws Refusal as {@link RoundsByDevice#open} does, or if the tellers have no key
     */
    public void begin(RoundId round) {
        begin(MatterKind.ROUND, SecretPollId.of(round));
    }

    private void begin(MatterKind kind, SecretPollId id) {
        begin(kind, matters.of(kind).matter(id).meeting(), () -> id);
    }

    /**
     * Puts a question on an item and begins with the registration of devices for it. While devices register for the item already, it
     * changes nothing.
     *
     * @throws Refusal as {@link #begin(PollId)} and {@link PollConduct#prepare} do
     */
    public void begin(MeetingId meeting, AgendaItemId item, PollQuestion question) {
        begin(
                MatterKind.POLL,
                meeting,
                () -> store.ofMeeting(meeting).stream()
                        .filter(it -> it.kind() == MatterKind.POLL
                                && it.item().equals(item)
                                && it.state() == UrnState.REGISTERING)
                        .map(Urn::poll)
                        .findFirst()
                        .orElseGet(() -> SecretPollId.of(voting.prepare(meeting, item, question, null))));
    }

    private void begin(MatterKind kind, MeetingId meeting, Supplier<SecretPollId> which) {
        var key = SealedNote.newKey();
        var begun = transaction.execute(status -> {
            hold.take(meeting);
            requireConduct(meeting);
            return begin(kind, which.get(), SealedNote.publicText(key));
        });
        if (begun != null && begun.attempt() > 0) {
            collecting.begin(begun.poll(), begun.attempt(), key);
        }
    }

    /** @param attempt none if it was begun before */
    private record Begun(SecretPollId poll, int attempt) {}

    private Begun begin(MatterKind kind, SecretPollId id, String collectorKey) {
        var matter = matters.of(kind).matter(id);
        var before = store.find(id);
        if (before.filter(it -> it.state() == UrnState.REGISTERING).isPresent()) {
            return new Begun(id, 0);
        }
        if (before.filter(it -> it.openingHead() != null).isPresent() || !matter.isToCome()) {
            throw new Refusal("urn.begin.opened-already");
        }
        var meeting = requireAtHand(matter);
        matters.of(kind).requireReady(matter);
        breakingOff.registering(
                matter.meeting(), it -> true, messages.text(LANGUAGE, "urn.cancelled.other-poll"), clock.instant());
        var number = before.map(Urn::attempt).orElse(0) + 1;
        var key = keys.require(meeting);
        store.begin(begun(matter, key, number, collectorKey), key.trustees());
        changed(matter.meeting());
        return new Begun(id, number);
    }

    private Urn begun(Matter matter, TellerKey key, int attempt, String collectorKey) {
        return new Urn(
                matter.id(),
                matter.kind(),
                matter.meeting(),
                matter.item(),
                key.id(),
                newUuid(),
                UrnState.REGISTERING,
                attempt,
                collecting.node(),
                collectorKey,
                key.threshold(),
                Hash.hex(bytes(key.trustees())),
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private String newUuid() {
        return random.ints(UUID_LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, place) -> text.append(LETTERS.charAt(place)), StringBuilder::append)
                .toString();
    }

    /** Breaks the registration of devices off: the vote can be taken on paper, or registration begun again. */
    public void withdraw(SecretPollId id) {
        transaction.executeWithoutResult(status -> {
            var urn = forAct(id);
            if (urn.state() == UrnState.CANCELLED) {
                return;
            }
            if (urn.state() != UrnState.REGISTERING) {
                throw new Refusal("urn.withdraw.opened");
            }
            breakingOff.ifRunning(id, messages.text(LANGUAGE, "urn.cancelled.withdrawn"), clock.instant());
            changed(urn.meeting());
        });
    }

    /**
     * Opens the vote for the devices that have registered. Opened again, it changes nothing.
     *
     * @param without members who are present and may vote, but may be missing: whoever is not named must have registered. Whose
     *     device registers until the last moment takes part all the same
     * @throws RuleViolation as {@link PollConduct#openByDevice} and {@link RoundsByDevice#open} do
     * @throws Refusal as {@link PollConduct#openByDevice} and {@link RoundsByDevice#open} do, if somebody's device is missing, or there are too few voters
     */
    public void open(SecretPollId id, Set<PersonId> without) {
        var before = store.urn(id);
        requireConduct(before.meeting());
        if (before.state().isOpened()) {
            return;
        }
        if (before.state() == UrnState.REGISTERING && !collecting.isHere(before)) {
            registering.takeOver(before);
            throw new Refusal("urn.open.collected-anew");
        }
        try {
            transaction.executeWithoutResult(status -> open(id, before.attempt(), without));
        } catch (TransactionException | DataAccessException e) { // it was not committed: devices can go on registering
            collecting.reopen(before);
            throw e;
        }
        collecting.forget(id, before.attempt());
    }

    private void open(SecretPollId id, int attempt, Set<PersonId> without) {
        var urn = forAct(id);
        if (urn.state().isOpened()) {
            return;
        }
        if (urn.state() != UrnState.REGISTERING || urn.attempt() != attempt) {
            throw new Refusal("urn.open.not-registering");
        }
        var registered = collecting.shut(urn).orElse(Map.of());
        try {
            open(urn, registered, without);
        } catch (RuntimeException e) {
            collecting.reopen(urn);
            throw e;
        }
    }

    private void open(Urn urn, Map<PersonId, String> registered, Set<PersonId> without) {
        var id = urn.poll();
        var matter = matters.of(urn);
        var entitled = matters.of(urn.kind()).voters(matter);
        var missing = new HashSet<>(entitled);
        missing.removeAll(registered.keySet());
        missing.removeAll(without);
        if (!missing.isEmpty()) {
            throw new Refusal("urn.open.missing", missing.size());
        }
        var voters = entitled.stream().filter(registered::containsKey).toList();
        var least = rules.of(urn.meeting()).leastVoters();
        if (voters.size() < least) {
            throw new Refusal("urn.open.too-few", least);
        }
        var now = clock.instant();
        var trustees = bytes(store.files(id).trustees());
        var election = define(matter, urn, Trustees.read(trustees, Groups.belenios2048()));
        var credentials = credentials(voters, registered);
        var pen = records.continuing(urn).write(urn.chain().setup(election, trustees, credentials));
        store.open(urn, text(election), text(credentials), voters, pen.chain(), now);
        pen.done();
        // the state is written first: that it is put to the vote must not look like a vote on paper
        matters.of(urn.kind()).open(matter);
        events.publishEvent(new UrnOpened(
                id,
                urn.meeting(),
                urn.uuid(),
                voters.size(),
                String.valueOf(pen.chain().head()),
                now));
        changed(urn.meeting());
    }

    private static byte[] credentials(List<PersonId> voters, Map<PersonId, String> registered) {
        var group = Groups.belenios2048();
        return Credentials.write(voters.stream()
                .map(registered::get)
                .map(it -> group.parse(String.valueOf(it)))
                .toList());
    }

    private byte[] define(Matter matter, Urn urn, Trustees trustees) {
        var meeting = meetings.meeting(urn.meeting());
        return ElectionParameters.define(
                        urn.uuid(),
                        matter.title(),
                        meeting.organizationName() + ", " + meeting.day(),
                        List.of(matters.of(urn.kind()).question(matter)),
                        trustees)
                .content();
    }

    /**
     * Ends the vote: no more ballots are taken, and the tellers are asked for the result. Ended again, it changes nothing.
     *
     * @throws RuleViolation if the quorum was lost since opening (R4); the vote then has to be cancelled
     * @throws Refusal if the meeting is interrupted, or too few have voted
     */
    public void end(SecretPollId id) {
        transaction.executeWithoutResult(status -> {
            var urn = forAct(id);
            if (urn.state() != UrnState.OPEN) {
                if (!urn.state().isOpened()) {
                    throw new Refusal("urn.end.not-open");
                }
                return;
            }
            store.letNobodyIn(id);
            var opened = elections.opened(id);
            matters.of(urn.kind()).shut(matters.of(urn), opened.countVoters());
            var ballots = store.ballots(id);
            var least = rules.of(urn.meeting()).leastVoters();
            if (ballots.size() < least) {
                throw new Refusal("urn.end.too-few", ballots.size(), least);
            }
            var pen = records.continuing(urn);
            records.mixRest(pen);
            pen.write(pen.chain().endBallots());
            var closing = String.valueOf(pen.chain().head());
            var tally = sum(opened.election(), ballots);
            var written = tally.write();
            var number = BigInteger.valueOf(ballots.size());
            pen.write(pen.chain().encryptedTally(tally, new SizedTally(ballots.size(), number, Hash.hex(written))));
            pen.done();
            var now = clock.instant();
            store.shut(id, ballots.size(), closing, text(written), now);
            events.publishEvent(new UrnShut(id, urn.meeting(), ballots.size(), closing, now));
            changed(urn.meeting());
            tallying.tellTellers(urn);
        });
    }

    private static Tally sum(ElectionParameters election, List<String> ballots) {
        var sum = Tally.empty(election);
        for (var ballot : ballots) {
            sum = sum.plus(EncryptedBallot.read(bytes(ballot), election), BigInteger.ONE, election.group());
        }
        return sum;
    }

    private MeetingSummary requireAtHand(Matter matter) {
        var meeting = meetings.meeting(matter.meeting());
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        var called = meetings.agenda(matter.meeting()).stream()
                .anyMatch(it -> it.id().equals(matter.item()) && it.state() == ItemState.CALLED);
        if (!called) {
            throw new Refusal("voting.open.item-not-called");
        }
        return meeting;
    }

    /**
     * First the meeting is held: what is read of it is then true until the commit.
     *
     * @throws NoSuchElementException if it is not decided by device
     */
    private Urn forAct(SecretPollId id) {
        var meeting = store.urn(id).meeting();
        hold.take(meeting);
        requireConduct(meeting);
        return store.hold(id);
    }

    private void requireConduct(MeetingId meeting) {
        access.require(meetings.meeting(meeting).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
    }

    private void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
