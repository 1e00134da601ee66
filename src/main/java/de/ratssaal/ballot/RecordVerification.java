package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the published record of an election, step by step, from its bytes alone. Stricter than the format: see
 * docs/voting-protocol.md. The first step that fails ends it; what follows it would mean nothing.
 */
public final class RecordVerification {

    /**
     * What is asked of the record beyond its own soundness.
     *
     * @param revoting whether a voter may cast another ballot, of which the last one counts
     * @param unfinished whether it may have no result yet
     * @param weights whether votes may count more than once; never in elections of our own
     * @param heads hashes that were shown or noted earlier; each must be of an event of this record
     * @param copies files saved earlier; this one must continue each
     * @param strong file of the strong proofs; without it no result is proven
     */
    public record Wanted(
            boolean revoting,
            boolean unfinished,
            boolean weights,
            List<String> heads,
            List<byte[]> copies,
            Optional<byte[]> strong) {

        public Wanted {
            heads = List.copyOf(heads);
            copies = List.copyOf(copies);
        }

        /** Where every vote counts once. */
        public Wanted(
                boolean revoting,
                boolean unfinished,
                List<String> heads,
                List<byte[]> copies,
                Optional<byte[]> strong) {
            this(revoting, unfinished, false, heads, copies, strong);
        }

        public static final Wanted FINISHED = new Wanted(false, false, List.of(), List.of(), Optional.empty());
        public static final Wanted UNFINISHED = new Wanted(false, true, List.of(), List.of(), Optional.empty());
    }

    /** What a record is worth. */
    public enum Verdict {
        /** The result is proven. */
        SOUND,
        /** Nothing is wrong with it; there is no result yet. */
        UNFINISHED,
        /** Nothing is wrong with it; but without the strong proofs a teller can have steered the result. */
        UNPROVEN,
        /** Something is wrong. */
        UNSOUND
    }

    /**
     * What was found.
     *
     * @param checks outcome of each step that was reached, in their order; at most the last one is not valid
     * @param record what the record says, as far as it was read
     */
    public record Report(Map<Step, Check> checks, RecordFacts record) {

        public Report {
            checks = Collections.unmodifiableMap(new EnumMap<>(checks));
        }

        public Verdict verdict() {
            if (failure().isPresent()) {
                return Verdict.UNSOUND;
            }
            if (record.result().isEmpty()) {
                return Verdict.UNFINISHED;
            }
            return checks.containsKey(Step.STRONG_PROOFS) ? Verdict.SOUND : Verdict.UNPROVEN;
        }

        /** Whether nothing is wrong and the result, if there is one, is proven. */
        public boolean isValid() {
            return verdict() == Verdict.SOUND || verdict() == Verdict.UNFINISHED;
        }

        public Optional<Check.Invalid> failure() {
            return checks.values().stream()
                    .filter(Check.Invalid.class::isInstance)
                    .map(Check.Invalid.class::cast)
                    .findFirst();
        }
    }

    private final byte[] file;
    private final Wanted wanted;
    private final EnumMap<Step, Check> checks = new EnumMap<>(Step.class);
    private final Map<Integer, List<ArchiveEntry>> recordsOf = new HashMap<>();
    /** Records that stand in the file again, other than ballots. */
    private final List<String> twice = new ArrayList<>();

    private final List<Event> events = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private final RecordFacts.Builder facts = new RecordFacts.Builder();

    private RecordVerification(byte[] file, Wanted wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    public static Report verify(byte[] file, Wanted wanted) {
        var verification = new RecordVerification(file, wanted);
        try {
            verification.run();
        } catch (Found found) {
            verification.checks.put(found.invalid.step(), found.invalid);
        }
        return new Report(verification.checks, verification.facts.build());
    }

    /** Ends the verification. */
    private static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Check.Invalid invalid;

        Found(Check.Invalid invalid) {
            super(invalid.reason().name(), null, false, false);
            this.invalid = invalid;
        }
    }

    private void run() {
        var archive = reading(Step.LAYOUT, Reason.LAYOUT_MALFORMED, () -> Archive.read(file));
        holds(Step.LAYOUT);
        checkChain(archive);
        holds(Step.CHAIN);
        checkOrder();
        holds(Step.ORDER);
        var setup = recordsOf(0);
        var election = checkElection(setup);
        holds(Step.ELECTION);
        var trustees = checkTrustees(setup, election);
        holds(Step.TRUSTEES);
        var credentials = checkCredentials(setup, election);
        holds(Step.CREDENTIALS);
        var counted = checkBallots(election, credentials);
        for (var step : List.of(
                Step.BALLOT_FORM,
                Step.BALLOT_ENTITLED,
                Step.BALLOT_SIGNATURE,
                Step.BALLOT_GROUP,
                Step.BALLOT_MARKS,
                Step.BALLOT_NUMBER)) {
            holds(step);
        }
        if (find(EventType.ENCRYPTED_TALLY).isPresent()) {
            checkCounting(election, trustees, credentials, counted);
        }
        checkHistory();
    }

    private void holds(Step step) {
        checks.put(step, Check.valid());
    }

    private static void require(boolean condition, Step step, Reason reason, Object... details) {
        if (!condition) {
            require(Check.invalid(step, reason, details));
        }
    }

    private static void require(Check check, Object... more) {
        if (check instanceof Check.Invalid invalid) {
            var details = new ArrayList<>(invalid.details());
            for (var detail : more) {
                details.add(detail.toString());
            }
            throw new Found(new Check.Invalid(invalid.step(), invalid.reason(), details));
        }
    }

    private static <T> T reading(Step step, Reason reason, Supplier<T> reading, Object... before) {
        try {
            return reading.get();
        } catch (MalformedRecord e) {
            var details = new ArrayList<>(Arrays.asList(before));
            details.add(String.valueOf(e.getMessage()));
            require(false, step, reason, details.toArray());
            throw e;
        }
    }

    // --- chain and order ---------------------------------------------------------------------------------------------

    private void checkChain(Archive archive) {
        var names = new HashSet<String>();
        var waiting = new ArrayList<ArchiveEntry>();
        for (var entry : archive.entries()) {
            require(entry.hash().equals(Hash.hex(entry.content())), Step.CHAIN, Reason.CHAIN_CONTENT, entry.name());
            if (!names.add(entry.hash()) && earlierBallot(entry.hash()).isEmpty()) {
                twice.add(entry.name());
            }
            if (entry.isEvent()) {
                checkEvent(entry, List.copyOf(waiting));
                waiting.clear();
            } else {
                waiting.add(entry);
            }
        }
        require(waiting.isEmpty(), Step.CHAIN, Reason.CHAIN_LOOSE, waiting.size());
    }

    private void checkEvent(ArchiveEntry entry, List<ArchiveEntry> records) {
        var number = events.size();
        var event = reading(Step.CHAIN, Reason.CHAIN_EVENT, () -> Event.read(entry.content()), number);
        var before = hashes.isEmpty() ? null : hashes.getLast();
        require(
                event.height() == number && Objects.equals(event.parent(), before),
                Step.CHAIN,
                Reason.CHAIN_PARENT,
                number);
        if (event.type() == EventType.BALLOT && records.isEmpty()) {
            // a ballot may be named twice, with or without its bytes: that it counts once is for a later step to say
            earlierBallot(event.payload()).ifPresent(it -> recordsOf.put(number, List.of(it)));
        }
        var last = records.isEmpty() ? null : records.getLast().hash();
        require(
                recordsOf.containsKey(number)
                        || records.size() == recordsBefore(event.type()) && Objects.equals(event.payload(), last),
                Step.CHAIN,
                Reason.CHAIN_RECORDS,
                number);
        recordsOf.putIfAbsent(number, records);
        events.add(event);
        hashes.add(entry.hash());
        facts.event(event.type(), entry.hash());
    }

    private Optional<ArchiveEntry> earlierBallot(@Nullable String payload) {
        return IntStream.range(0, events.size())
                .filter(it -> events.get(it).type() == EventType.BALLOT)
                .mapToObj(it -> recordsOf.getOrDefault(it, List.of()).getFirst())
                .filter(it -> it.hash().equals(payload))
                .findFirst();
    }

    private static int recordsBefore(EventType type) {
        return switch (type) {
            case SETUP -> 4;
            case BALLOT, RESULT -> 1;
            case END_BALLOTS -> 0;
            case ENCRYPTED_TALLY, PARTIAL_DECRYPTION -> 2;
        };
    }

    private void checkOrder() {
        var seen = new HashSet<EventType>();
        for (var number = 0; number < events.size(); number++) {
            var type = events.get(number).type();
            var wrong = outOfOrder(type, seen, number);
            require(wrong == null, Step.ORDER, wrong == null ? Reason.ORDER_SETUP : wrong, number);
            seen.add(type);
        }
        require(twice.isEmpty(), Step.ORDER, Reason.ORDER_TWICE, String.join(", ", twice));
        require(!events.isEmpty(), Step.ORDER, Reason.ORDER_SETUP, 0);
        require(wanted.unfinished() || seen.contains(EventType.RESULT), Step.ORDER, Reason.ORDER_NO_RESULT);
    }

    private static @Nullable Reason outOfOrder(EventType type, Set<EventType> seen, int number) {
        if ((type == EventType.SETUP) != (number == 0)) {
            return Reason.ORDER_SETUP;
        }
        if (seen.contains(EventType.RESULT)) {
            return Reason.ORDER_AFTER_RESULT;
        }
        var ended = seen.contains(EventType.END_BALLOTS);
        var summed = seen.contains(EventType.ENCRYPTED_TALLY);
        return switch (type) {
            case SETUP -> null;
            case BALLOT -> ended ? Reason.ORDER_LATE_BALLOT : null;
            case END_BALLOTS -> ended ? Reason.ORDER_ENDED_TWICE : null;
            case ENCRYPTED_TALLY -> summed ? Reason.ORDER_SUMMED_TWICE : ended ? null : Reason.ORDER_NOT_ENDED;
            case PARTIAL_DECRYPTION, RESULT -> summed ? null : ended ? Reason.ORDER_NOT_SUMMED : Reason.ORDER_NOT_ENDED;
        };
    }

    private List<byte[]> recordsOf(int event) {
        return recordsOf.getOrDefault(event, List.of()).stream()
                .map(ArchiveEntry::content)
                .toList();
    }

    private Optional<Integer> find(EventType type) {
        return IntStream.range(0, events.size())
                .filter(it -> events.get(it).type() == type)
                .boxed()
                .findFirst();
    }

    // --- set-up ------------------------------------------------------------------------------------------------------

    private ElectionParameters checkElection(List<byte[]> setup) {
        var election =
                reading(Step.ELECTION, Reason.ELECTION_MALFORMED, () -> ElectionParameters.read(setup.getFirst()));
        var links = Json.fields()
                .with("election", Hash.hex(setup.get(0)))
                .with("trustees", Hash.hex(setup.get(1)))
                .with("credentials", Hash.hex(setup.get(2)))
                .bytes();
        require(
                Arrays.equals(links, setup.get(3)),
                Step.ELECTION,
                Reason.ELECTION_MALFORMED,
                "the set-up names other records than stand before it");
        require(election.group().contains(election.publicKey()), Step.ELECTION, Reason.ELECTION_GROUP);
        facts.election(election);
        return election;
    }

    private Trustees checkTrustees(List<byte[]> setup, ElectionParameters election) {
        var trustees =
                reading(Step.TRUSTEES, Reason.TRUSTEES_MALFORMED, () -> Trustees.read(setup.get(1), election.group()));
        require(trustees.check());
        require(trustees.jointKey().equals(election.publicKey()), Step.ELECTION, Reason.ELECTION_KEY);
        facts.tellers(trustees.keys().size());
        return trustees;
    }

    private Credentials checkCredentials(List<byte[]> setup, ElectionParameters election) {
        var group = election.group();
        var credentials =
                reading(Step.CREDENTIALS, Reason.CREDENTIALS_MALFORMED, () -> Credentials.read(setup.get(2), group));
        var keys = List.copyOf(credentials.weights().keySet());
        var outside = IntStream.range(0, keys.size())
                .parallel()
                .filter(it -> !group.contains(keys.get(it)))
                .findFirst();
        require(outside.isEmpty(), Step.CREDENTIALS, Reason.CREDENTIALS_GROUP, outside.orElse(0) + 1);
        for (var place : credentials.weighted()) {
            require(wanted.weights(), Step.CREDENTIALS, Reason.CREDENTIALS_WEIGHT, place);
        }
        facts.credentials(credentials);
        return credentials;
    }

    // --- ballots -----------------------------------------------------------------------------------------------------

    /** @return the ballots that count, by credential */
    private Map<GroupElement, EncryptedBallot> checkBallots(ElectionParameters election, Credentials credentials) {
        var contents = IntStream.range(0, events.size())
                .filter(it -> events.get(it).type() == EventType.BALLOT)
                .mapToObj(it -> recordsOf(it).getFirst())
                .toList();
        var ballots = contents.stream()
                .map(it -> reading(Step.BALLOT_FORM, Reason.BALLOT_MALFORMED, () -> EncryptedBallot.read(it, election)))
                .toList();
        var counted = new LinkedHashMap<GroupElement, EncryptedBallot>();
        var trackers = new LinkedHashSet<String>();
        for (var ballot : ballots) {
            require(trackers.add(ballot.tracker()), Step.BALLOT_ENTITLED, Reason.BALLOT_REPLAYED, ballot.tracker());
            require(
                    credentials.weights().containsKey(ballot.credential()),
                    Step.BALLOT_ENTITLED,
                    Reason.BALLOT_STRANGER,
                    ballot.tracker());
            var earlier = counted.put(ballot.credential(), ballot);
            require(earlier == null || wanted.revoting(), Step.BALLOT_ENTITLED, Reason.BALLOT_SECOND, ballot.tracker());
        }
        var checking = new BallotChecks(election);
        record Wrong(Check.Invalid check, int place) {}
        var worst = IntStream.range(0, ballots.size())
                .parallel()
                .mapToObj(it -> checking.check(ballots.get(it)) instanceof Check.Invalid invalid
                        ? Optional.of(new Wrong(invalid, it))
                        : Optional.<Wrong>empty())
                .flatMap(Optional::stream)
                .min(Comparator.comparing((Wrong it) -> it.check().step()).thenComparingInt(Wrong::place));
        worst.ifPresent(it -> require(it.check(), ballots.get(it.place()).tracker()));
        facts.ballots(List.copyOf(trackers), counted.size());
        return counted;
    }

    // --- counting ----------------------------------------------------------------------------------------------------

    private void checkCounting(
            ElectionParameters election,
            Trustees trustees,
            Credentials credentials,
            Map<GroupElement, EncryptedBallot> counted) {
        var group = election.group();
        var tally = Tally.empty(election);
        var weight = BigInteger.ZERO;
        for (var ballot : counted.entrySet()) {
            var own = credentials.weights().getOrDefault(ballot.getKey(), BigInteger.ZERO);
            tally = tally.plus(ballot.getValue(), own, group);
            weight = weight.add(own);
        }
        checkTally(election, tally, counted.size(), weight);
        holds(Step.TALLY);
        var decryptions = checkDecryptions(election, trustees, tally);
        var decryption = new Decryption(election, trustees);
        var result = Optional.<ElectionResult>empty();
        var enough = trustees.suffice(decryptions.keySet());
        if (enough) {
            result = decryption.result(tally, decryptions, weight);
            var fault = result.isEmpty()
                    ? Check.invalid(Step.DECRYPTION, Reason.DECRYPTION_UNUSABLE)
                    : decryption.checkSurplus(decryptions);
            if (!fault.isValid()) {
                checkStrong(election, trustees, tally, decryptions); // they tell whose contribution is wrong
            }
            require(fault);
        }
        holds(Step.DECRYPTION);
        var published = find(EventType.RESULT);
        if (published.isPresent()) {
            require(enough, Step.RESULT, Reason.RESULT_TOO_FEW);
            var written = recordsOf(published.get()).getFirst();
            var read = reading(Step.RESULT, Reason.RESULT_MALFORMED, () -> ElectionResult.read(written, election));
            var computed = result.orElseThrow();
            require(read.equals(computed), Step.RESULT, Reason.RESULT_OTHER, read.counts(), computed.counts());
            holds(Step.RESULT);
            facts.result(computed);
        }
        if (wanted.strong().isPresent()) {
            checkStrong(election, trustees, tally, decryptions);
            holds(Step.STRONG_PROOFS);
        }
    }

    private void checkTally(ElectionParameters election, Tally tally, int ballots, BigInteger weight) {
        var records = recordsOf(find(EventType.ENCRYPTED_TALLY).orElseThrow());
        var sized = reading(Step.TALLY, Reason.TALLY_MALFORMED, () -> SizedTally.read(records.get(1)));
        var published = reading(Step.TALLY, Reason.TALLY_MALFORMED, () -> Tally.read(records.getFirst(), election));
        require(
                sized.tally().equals(Hash.hex(records.getFirst())),
                Step.TALLY,
                Reason.TALLY_MALFORMED,
                "encrypted_tally: names another record than stands before it");
        require(published.equals(tally), Step.TALLY, Reason.TALLY_OTHER);
        require(sized.ballots() == ballots, Step.TALLY, Reason.TALLY_BALLOTS, sized.ballots(), ballots);
        require(sized.weight().equals(weight), Step.TALLY, Reason.TALLY_WEIGHT, sized.weight(), weight);
    }

    private SortedMap<Integer, PartialDecryption> checkDecryptions(
            ElectionParameters election, Trustees trustees, Tally tally) {
        var decryptions = new TreeMap<Integer, PartialDecryption>();
        for (var number = 0; number < events.size(); number++) {
            if (events.get(number).type() != EventType.PARTIAL_DECRYPTION) {
                continue;
            }
            var records = recordsOf(number);
            var owned = reading(
                    Step.DECRYPTION, Reason.DECRYPTION_MALFORMED, () -> OwnedDecryption.read(records.get(1)), number);
            require(
                    owned.payload().equals(Hash.hex(records.getFirst())),
                    Step.DECRYPTION,
                    Reason.DECRYPTION_MALFORMED,
                    number,
                    "payload: names another record than stands before it");
            var owner = owned.owner();
            require(owner >= 1 && owner <= trustees.keys().size(), Step.DECRYPTION, Reason.DECRYPTION_OWNER, owner);
            var decryption = reading(
                    Step.DECRYPTION,
                    Reason.DECRYPTION_MALFORMED,
                    () -> PartialDecryption.read(records.getFirst(), election),
                    number);
            require(decryptions.put(owner, decryption) == null, Step.DECRYPTION, Reason.DECRYPTION_TWICE, owner);
            require(decryption.check(
                    election, tally, trustees.keys().get(owner - 1).publicKey(), owner));
        }
        facts.decrypted(List.copyOf(decryptions.keySet()));
        return decryptions;
    }

    /** Does nothing where none were given. */
    private void checkStrong(
            ElectionParameters election,
            Trustees trustees,
            Tally tally,
            SortedMap<Integer, PartialDecryption> decryptions) {
        if (wanted.strong().isEmpty()) {
            return;
        }
        var written = reading(
                Step.STRONG_PROOFS,
                Reason.STRONG_MALFORMED,
                () -> StrongProofs.readAll(wanted.strong().get(), election));
        require(
                decryptions.keySet().containsAll(written.keySet()),
                Step.STRONG_PROOFS,
                Reason.STRONG_MALFORMED,
                "proofs of a teller who decrypted nothing");
        decryptions.forEach((owner, decryption) -> {
            var proofs = written.get(owner);
            require(proofs != null, Step.STRONG_PROOFS, Reason.STRONG_MISSING, owner);
            if (proofs != null) {
                require(proofs.check(
                        election, tally, trustees.keys().get(owner - 1).publicKey(), decryption, owner));
            }
        });
    }

    // --- history -----------------------------------------------------------------------------------------------------

    private void checkHistory() {
        if (wanted.heads().isEmpty() && wanted.copies().isEmpty()) {
            return;
        }
        for (var head : wanted.heads()) {
            require(hashes.contains(head), Step.HISTORY, Reason.HISTORY_HEAD, head);
        }
        for (var it = 0; it < wanted.copies().size(); it++) {
            var copy = wanted.copies().get(it);
            require(
                    copy.length <= file.length && Arrays.equals(copy, 0, copy.length, file, 0, copy.length),
                    Step.HISTORY,
                    Reason.HISTORY_COPY,
                    it + 1);
        }
        holds(Step.HISTORY);
    }
}
