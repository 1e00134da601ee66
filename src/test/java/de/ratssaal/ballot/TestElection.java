package de.ratssaal.ballot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** An election played through by one person in all roles. */
public final class TestElection {

    public static final Instant CREATED = Instant.parse("2026-11-29T09:00:00Z");
    public static final Question ADOPT =
            Question.oneOf("Wird die Satzung beschlossen?", List.of("Ja", "Nein", "Enthaltung"));
    public static final Question BOARD = Question.upTo(
            3,
            "Wer wird in den Beirat gewählt?",
            IntStream.rangeClosed(1, 10).mapToObj(it -> "Kandidatin " + it).toList());

    private static final Group GROUP = Groups.belenios2048();

    private final Randomness randomness;
    private final Trustees trustees;
    private final List<Secret> shares;
    private final ElectionParameters election;
    private final List<Secret> voters;
    private final Credentials credentials;
    private final List<ArchiveEntry> entries = new ArrayList<>();
    private final SortedMap<Integer, PartialDecryption> decryptions = new TreeMap<>();
    private final TreeMap<Integer, StrongProofs> strong = new TreeMap<>();
    private EventChain chain = EventChain.EMPTY;
    private Tally tally;
    private long ballots;

    /** The tellers of an election: their public keys and, since this is a test, their shares. */
    public record Tellers(Trustees trustees, List<Secret> shares) {

        public static Tellers single(int many, Randomness randomness) {
            var shares = IntStream.range(0, many)
                    .mapToObj(it -> Secret.random(GROUP, randomness))
                    .toList();
            var keys = shares.stream()
                    .map(it -> TrusteeKey.single(it, GROUP, randomness))
                    .toList();
            return new Tellers(Trustees.single(keys, GROUP), shares);
        }

        public static Tellers threshold(int threshold, int size, Randomness randomness) {
            var tellers = IntStream.rangeClosed(1, size)
                    .mapToObj(it -> Teller.begin(GROUP, it, size, threshold, randomness))
                    .toList();
            var certificates =
                    tellers.stream().map(it -> it.certificate(randomness)).toList();
            var commitments =
                    tellers.stream().map(it -> it.commitments(randomness)).toList();
            var finished = new ArrayList<Teller.Finished>();
            for (var number = 1; number <= size; number++) {
                var own = number;
                var values = tellers.stream().map(it -> it.valueFor(own)).toList();
                finished.add(tellers.get(number - 1).finish(certificates, commitments, values, randomness));
            }
            var trustees = Teller.trustees(
                    GROUP,
                    threshold,
                    certificates,
                    commitments,
                    finished.stream().map(Teller.Finished::seen).toList(),
                    finished.stream().map(Teller.Finished::key).toList());
            return new Tellers(
                    trustees, finished.stream().map(Teller.Finished::share).toList());
        }
    }

    public TestElection(String uuid, List<Question> questions, int voters, Tellers tellers, Randomness randomness) {
        this(
                ElectionParameters.define(uuid, "Sitzung des Stadtrates", "Probe", questions, tellers.trustees()),
                IntStream.range(0, voters)
                        .mapToObj(it -> Secret.random(GROUP, randomness))
                        .toList(),
                tellers,
                randomness);
    }

    public TestElection(ElectionParameters election, List<Secret> voters, Tellers tellers, Randomness randomness) {
        this.randomness = randomness;
        this.trustees = tellers.trustees();
        this.shares = tellers.shares();
        this.election = election;
        this.voters = voters;
        var list =
                Credentials.write(voters.stream().map(it -> it.publicKey(GROUP)).toList());
        this.credentials = Credentials.read(list, GROUP);
        this.tally = Tally.empty(election);
        add(chain.setup(election.content(), trustees.write(), list));
    }

    /** What a voter marks in each question, one letter for each place: {@code 100}. */
    public static List<List<Boolean>> marks(String... questions) {
        return Arrays.stream(questions)
                .map(it -> it.chars().mapToObj(letter -> letter == '1').toList())
                .toList();
    }

    public EncryptedBallot ballot(int voter, String... marks) {
        return new Booth(election).ballot(voters.get(voter), marks(marks), randomness);
    }

    public TestElection cast(int voter, String... marks) {
        return cast(ballot(voter, marks));
    }

    public TestElection cast(EncryptedBallot ballot) {
        add(chain.ballot(ballot.content()));
        tally = tally.plus(ballot, BigInteger.ONE, GROUP);
        ballots++;
        return this;
    }

    public TestElection close() {
        add(chain.endBallots());
        return sum();
    }

    /** Publishes the sum. */
    public TestElection sum() {
        var content = tally.write();
        add(chain.encryptedTally(tally, new SizedTally(ballots, BigInteger.valueOf(ballots), Hash.hex(content))));
        return this;
    }

    public TestElection decrypt(int... tellers) {
        for (var teller : tellers) {
            var proven = PartialDecryption.make(election, tally, shares.get(teller - 1), randomness);
            decryptions.put(teller, proven.decryption());
            strong.put(teller, proven.strong());
            add(chain.partialDecryption(teller, proven.decryption().write()));
        }
        return this;
    }

    public TestElection count() {
        add(chain.result(result()));
        return this;
    }

    public ElectionResult result() {
        return new Decryption(election, trustees)
                .result(tally, decryptions, BigInteger.valueOf(ballots))
                .orElseThrow();
    }

    public TestElection add(EventChain.Longer longer) {
        chain = longer.chain();
        entries.addAll(longer.entries());
        return this;
    }

    public byte[] archive() {
        var out = new ByteArrayOutputStream();
        try {
            new Archive(CREATED, entries).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public ElectionParameters election() {
        return election;
    }

    public Trustees trustees() {
        return trustees;
    }

    public Credentials credentials() {
        return credentials;
    }

    public List<Secret> voters() {
        return voters;
    }

    public List<Secret> shares() {
        return shares;
    }

    public Tally tally() {
        return tally;
    }

    public EventChain chain() {
        return chain;
    }

    public List<ArchiveEntry> entries() {
        return entries;
    }

    public SortedMap<Integer, PartialDecryption> decryptions() {
        return decryptions;
    }

    public TreeMap<Integer, StrongProofs> strongProofs() {
        return strong;
    }
}
