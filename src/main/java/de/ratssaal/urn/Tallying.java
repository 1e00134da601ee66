package de.ratssaal.urn;

import static de.ratssaal.urn.OpenedElection.bytes;

import de.ratssaal.ballot.Check;
import de.ratssaal.ballot.Decryption;
import de.ratssaal.ballot.ElectionParameters;
import de.ratssaal.ballot.MalformedRecord;
import de.ratssaal.ballot.PartialDecryption;
import de.ratssaal.ballot.Question;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.ballot.StrongProofs;
import de.ratssaal.ballot.Tally;
import de.ratssaal.ballot.Trustees;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.teller.TellerKeys;
import de.ratssaal.teller.TellerSeat;
import de.ratssaal.teller.TellerTask;
import de.ratssaal.teller.TellerTask.Todo;
import de.ratssaal.teller.Tellers;
import de.ratssaal.urn.UrnStore.Contribution;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What tellers do once a secret vote by device has ended: decrypt the sum, any of them who are enough, and have their browsers verify
 * the result before it counts.
 */
@Service
@Transactional
public class Tallying {

    private final UrnStore store;
    private final OpenedElections elections;
    private final RecordKeeping records;
    private final TellerKeys keys;
    private final SecretVoteRules rules;
    private final Matters matters;
    private final Meetings meetings;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Tallying(
            UrnStore store,
            OpenedElections elections,
            RecordKeeping records,
            TellerKeys keys,
            SecretVoteRules rules,
            Matters matters,
            Meetings meetings,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.store = store;
        this.elections = elections;
        this.records = records;
        this.keys = keys;
        this.rules = rules;
        this.matters = matters;
        this.meetings = meetings;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** What a teller is asked to do now. */
    @Transactional(readOnly = true)
    public List<TellerTask> tasksOf(PersonId teller) {
        var tasks = new ArrayList<TellerTask>();
        for (var urn : store.in(UrnState.DECRYPTING, UrnState.CONFIRMING, UrnState.CONFIRMED)) {
            seat(urn, teller).flatMap(it -> todo(urn, it.index())).ifPresent(it -> tasks.add(task(urn, it)));
        }
        return tasks;
    }

    private TellerTask task(Urn urn, Todo todo) {
        return new TellerTask(
                urn.poll().value(),
                title(urn),
                organization(urn),
                urn.uuid(),
                urn.ceremony(),
                todo,
                rules.of(urn.meeting()).leastVoters());
    }

    private Optional<Todo> todo(Urn urn, int number) {
        if (urn.state() == UrnState.DECRYPTING) {
            return store.whoDecrypted(urn.poll()).contains(number) ? Optional.empty() : Optional.of(Todo.DECRYPT);
        }
        return store.confirmations(urn.poll()).containsKey(number) ? Optional.empty() : Optional.of(Todo.CONFIRM);
    }

    /** Also a teller who may not see the item has to know what they decrypt. */
    private String title(Urn urn) {
        return access.asSystem("urn", () -> matters.of(urn).title());
    }

    private String organization(Urn urn) {
        return access.asSystem("urn", () -> meetings.meeting(urn.meeting()).organizationName());
    }

    /**
     * The record so far, for a teller of it.
     *
     * @throws NoSuchElementException if there is none, or whoever asks is no teller of it
     */
    @Transactional(readOnly = true)
    public byte[] archive(SecretPollId poll) {
        return store.archive(own(store.urn(poll)));
    }

    /**
     * The strong proofs beside the record, for a teller of it.
     *
     * @throws NoSuchElementException as {@link #archive}
     */
    @Transactional(readOnly = true)
    public byte[] strongProofs(SecretPollId poll) {
        return strong(own(store.urn(poll)));
    }

    private Urn own(Urn urn) {
        if (ownSeat(urn).isEmpty() || urn.closingHead() == null) {
            throw new NoSuchElementException("secret poll " + urn.poll());
        }
        return urn;
    }

    /** The file of the strong proofs as far as tellers have decrypted. */
    byte[] strong(Urn urn) {
        var election = elections.opened(urn.poll()).election();
        var all = new TreeMap<Integer, StrongProofs>();
        store.contributions(urn.poll())
                .forEach((owner, sent) -> all.put(owner, StrongProofs.read(bytes(sent.strong()), election)));
        return StrongProofs.writeAll(all);
    }

    /**
     * Takes what a teller decrypted with their share, after both proofs were checked. With the one that makes them enough the result
     * is made and the whole record verified. What a teller sends again, or too late, changes nothing.
     *
     * @param owner number of the teller in the record
     * @throws Refusal if it does not hold, or the vote has not ended
     */
    public void decrypt(SecretPollId poll, int owner, String partial, String strong) {
        var teller = requireSeat(store.urn(poll), owner);
        var urn = store.hold(poll);
        if (!urn.state().isOpened() || urn.state() == UrnState.OPEN) {
            throw new Refusal("urn.decrypt.not-ended");
        }
        var before = store.contributions(poll);
        if (urn.state() != UrnState.DECRYPTING || before.containsKey(owner)) {
            return;
        }
        var election = elections.opened(poll).election();
        var files = store.files(poll);
        var tally = Tally.read(bytes(Objects.requireNonNull(files.tally())), election);
        var trustees = Trustees.read(bytes(files.trustees()), election.group());
        requireProven(election, tally, trustees, owner, partial, strong);
        var now = clock.instant();
        store.decrypted(poll, owner, new Contribution(partial, strong), now);
        var pen = records.continuing(urn);
        pen.write(pen.chain().partialDecryption(owner, bytes(partial)));
        events.publishEvent(new SumDecrypted(poll, urn.meeting(), owner, teller.person(), now));
        before.put(owner, new Contribution(partial, strong));
        if (trustees.suffice(before.keySet())) {
            finish(urn, pen, election, tally, trustees, decryptions(before, election));
        } else {
            pen.done();
        }
        changed(urn);
    }

    private static void requireProven(
            ElectionParameters election, Tally tally, Trustees trustees, int owner, String partial, String strong) {
        if (owner < 1 || owner > trustees.keys().size()) {
            throw new Refusal("urn.decrypt.wrong");
        }
        var key = trustees.keys().get(owner - 1).publicKey();
        try {
            var decryption = PartialDecryption.read(bytes(partial), election);
            var proofs = StrongProofs.read(bytes(strong), election);
            if (decryption.check(election, tally, key, owner) instanceof Check.Invalid
                    || proofs.check(election, tally, key, decryption, owner) instanceof Check.Invalid) {
                throw new Refusal("urn.decrypt.wrong");
            }
        } catch (MalformedRecord malformed) {
            throw new Refusal("urn.decrypt.wrong");
        }
    }

    private static SortedMap<Integer, PartialDecryption> decryptions(
            SortedMap<Integer, Contribution> sent, ElectionParameters election) {
        var all = new TreeMap<Integer, PartialDecryption>();
        sent.forEach((owner, it) -> all.put(owner, PartialDecryption.read(bytes(it.partial()), election)));
        return all;
    }

    private void finish(
            Urn urn,
            RecordKeeping.Pen pen,
            ElectionParameters election,
            Tally tally,
            Trustees trustees,
            SortedMap<Integer, PartialDecryption> decryptions) {
        var ballots = Objects.requireNonNull(urn.ballots());
        var result = new Decryption(election, trustees)
                .result(tally, decryptions, BigInteger.valueOf(ballots))
                .orElseThrow(() -> new IllegalStateException("what was proven twice cannot be decrypted"));
        pen.write(pen.chain().result(result));
        pen.done();
        var counts = result.counts().getFirst().stream().map(Math::toIntExact).toList();
        var head = Objects.requireNonNull(pen.chain().head());
        store.count(urn.poll(), counts, head);
        requireVerified(store.urn(urn.poll()));
        events.publishEvent(new ResultPublished(
                urn.poll(), urn.meeting(), told(election.questions().getFirst(), counts), head, clock.instant()));
    }

    /** In the order of the ballot, the blank votes first. */
    private static String told(Question question, List<Integer> counts) {
        var answers = new ArrayList<String>();
        if (question.allowsBlank()) {
            answers.add("blank");
        }
        answers.addAll(question.answers());
        return IntStream.range(0, counts.size())
                .mapToObj(it -> answers.get(it) + " " + counts.get(it))
                .collect(Collectors.joining(", "));
    }

    /** The server's own check of everything, by the program that everybody else checks with. */
    private void requireVerified(Urn urn) {
        var heads = Stream.of(urn.openingHead(), urn.closingHead(), urn.resultHead())
                .map(Objects::requireNonNull)
                .toList();
        var report = RecordVerification.verify(
                store.archive(urn), new Wanted(false, false, heads, List.of(), Optional.of(strong(urn))));
        if (!report.isValid()) {
            throw new IllegalStateException("the record of poll %s does not verify: %s"
                    .formatted(urn.poll(), report.failure().orElse(null)));
        }
    }

    /**
     * What a teller's browser says after it has verified the whole record. Once enough have confirmed, the result counts; one that
     * refuses stops it. Said again, it changes nothing.
     *
     * @param head hash of the last event of the record that was verified
     * @throws Refusal if there is no result yet, or another record was verified
     */
    public void confirm(SecretPollId poll, boolean accepted, String head) {
        var teller = ownSeat(store.urn(poll)).orElseThrow(() -> new NoSuchElementException("secret poll " + poll));
        var urn = store.hold(poll);
        if (urn.resultHead() == null) {
            throw new Refusal("urn.confirm.no-result");
        }
        var before = store.confirmations(poll);
        if (before.containsKey(teller.index()) || !isWaiting(urn)) {
            return;
        }
        if (accepted && !urn.resultHead().equals(head)) {
            throw new Refusal("urn.confirm.other-record");
        }
        var now = clock.instant();
        store.confirmed(poll, teller.index(), accepted, now);
        events.publishEvent(new ResultVerified(
                poll, urn.meeting(), teller.index(), teller.person(), accepted, urn.resultHead(), now));
        before.put(teller.index(), accepted);
        if (!accepted) {
            store.moveTo(poll, UrnState.REFUSED);
        } else if (urn.state() == UrnState.CONFIRMING && before.size() >= confirmationsNeeded(urn)) {
            store.moveTo(poll, UrnState.CONFIRMED);
        }
        changed(urn);
    }

    private int confirmationsNeeded(Urn urn) {
        var tellers = keys.key(urn.ceremony()).map(it -> it.tellers().size()).orElse(urn.threshold());
        return rules.of(urn.meeting()).confirmationsOf(urn.threshold(), tellers);
    }

    private static boolean isWaiting(Urn urn) {
        return urn.state() == UrnState.CONFIRMING || urn.state() == UrnState.CONFIRMED;
    }

    private TellerSeat requireSeat(Urn urn, int owner) {
        return ownSeat(urn)
                .filter(it -> it.index() == owner)
                .orElseThrow(() -> new AccessDeniedException("is not teller %d of %s".formatted(owner, urn.poll())));
    }

    private Optional<TellerSeat> ownSeat(Urn urn) {
        return seat(urn, access.requirePerson());
    }

    private Optional<TellerSeat> seat(Urn urn, PersonId person) {
        return keys.key(urn.ceremony()).flatMap(it -> it.seatOf(person));
    }

    private void changed(Urn urn) {
        notices.changed(ChangeNotices.meeting(urn.meeting().value()));
        tellTellers(urn);
    }

    /** What the tellers of a vote are asked for is another thing now. */
    void tellTellers(Urn urn) {
        keys.key(urn.ceremony())
                .ifPresent(key -> key.tellers().forEach(it -> notices.changed(Tellers.changesOf(it.person()))));
    }
}
