package de.ratssaal.bench;

import de.ratssaal.ballot.BallotChecks;
import de.ratssaal.ballot.Decryption;
import de.ratssaal.ballot.ElectionResult;
import de.ratssaal.ballot.EncryptedBallot;
import de.ratssaal.ballot.PartialDecryption;
import de.ratssaal.ballot.Question;
import de.ratssaal.ballot.Randomness;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.StrongProofs;
import de.ratssaal.ballot.Tally;
import de.ratssaal.ballot.TestElection;
import de.ratssaal.ballot.TestElection.Tellers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Checking secret ballots, one by one and a whole record, beside {@code belenios-tool} (Debian's package) on the same files in the
 * same run, turn by turn. Processor time is compared as well: it hardly depends on what else the machine does.
 */
final class VerifyBench implements Measurement {

    private static final Randomness RANDOMNESS = Randomness.secure();
    private static final String UUID = "RatssaaLMeasured";
    private static final int SINGLE = 100;
    private static final int TELLERS = 2;

    @Override
    public String what() {
        return "milliseconds for each secret ballot and seconds for a record of 1,000, beside belenios-tool [ballots [rounds]]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var ballots = arguments.isEmpty() ? 1_000 : Integer.parseInt(arguments.get(0));
        var rounds = arguments.size() < 2 ? 5 : Integer.parseInt(arguments.get(1));
        var folder = Files.createTempDirectory("verify-bench");
        System.out.printf("%d processors%n", Runtime.getRuntime().availableProcessors());
        single("yes, no, abstention", TestElection.ADOPT, "100", rounds);
        single("10 candidates or blank", TestElection.BOARD, "01100000001", rounds);
        whole(folder, ballots, rounds);
    }

    private static void single(String what, Question question, String marks, int rounds) {
        var election =
                new TestElection(UUID, List.of(question), 1, Tellers.single(TELLERS, RANDOMNESS), RANDOMNESS);
        var contents = new ArrayList<byte[]>();
        var making = new ArrayList<Double>();
        var checking = new ArrayList<Double>();
        for (var it = 0; it < SINGLE; it++) {
            contents.add(election.ballot(0, marks).content());
        }
        var checks = new BallotChecks(election.election());
        for (var round = -2; round < rounds; round++) {
            var start = processorTime();
            for (var content : contents) {
                if (!checks.check(content).isValid()) {
                    throw new IllegalStateException("a valid ballot was refused");
                }
            }
            var between = processorTime();
            for (var it = 0; it < SINGLE; it++) {
                election.ballot(0, marks);
            }
            if (round >= 0) {
                checking.add((between - start) / 1e6 / SINGLE);
                making.add((processorTime() - between) / 1e6 / SINGLE);
            }
        }
        System.out.printf(
                "%s: checked in %.2f ms of one processor (median; %.2f to %.2f), made in %.2f ms, %,d bytes%n",
                what,
                median(checking),
                Figures.of(checking).sorted().getFirst(),
                Figures.of(checking).greatest(),
                median(making),
                contents.getFirst().length);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(List<Double> values) {
        return Figures.of(values).median();
    }

    private static void whole(Path folder, int ballots, int rounds) throws Exception {
        var election = new TestElection(
                UUID, List.of(TestElection.ADOPT), ballots, Tellers.single(TELLERS, RANDOMNESS), RANDOMNESS);
        var cast = new ArrayList<EncryptedBallot>();
        for (var voter = 0; voter < ballots; voter++) {
            var ballot = election.ballot(voter, List.of("100", "010", "001").get(voter % 3));
            cast.add(ballot);
            election.cast(ballot);
        }
        election.add(election.chain().endBallots());
        var ended = store(folder.resolve("ended"), election);
        var counting = new ArrayList<Double>();
        var counted = count(election, cast, counting);
        var decrypted = store(folder.resolve("decrypted"), election);
        election.add(election.chain().result(counted));
        var finished = store(folder.resolve("finished"), election);
        for (var round = 1; round < rounds; round++) {
            count(election, cast, counting);
        }
        System.out.printf(
                "record of %,d ballots: %,d bytes, %,d for each ballot%n",
                ballots, Files.size(finished), Files.size(finished) / ballots);

        // elsewhere: belenios-tool wants the file alone
        var proofs = Files.write(folder.resolve("proofs.json"), StrongProofs.writeAll(election.strongProofs()));
        var file = Files.readAllBytes(finished);
        var wanted = new RecordVerification.Wanted(
                false, false, List.of(), List.of(), Optional.of(Files.readAllBytes(proofs)));
        var warm = new ArrayList<Double>();
        var ours = new ArrayList<Times>();
        var others = new ArrayList<Times>();
        var sums = new ArrayList<Times>();
        var results = new ArrayList<Times>();
        for (var round = 0; round < rounds; round++) {
            var start = System.nanoTime();
            if (RecordVerification.verify(file, wanted).verdict() != RecordVerification.Verdict.SOUND) {
                throw new IllegalStateException("a sound record was refused");
            }
            warm.add((System.nanoTime() - start) / 1e9);
            ours.add(time(finished.getParent(), verifier(finished, proofs)));
            others.add(time(finished.getParent(), "belenios-tool election verify"));
        }
        // once only: each of them checks all ballots again, which was measured already
        sums.add(time(ended.getParent(), "belenios-tool election compute-encrypted-tally"));
        results.add(time(decrypted.getParent(), "belenios-tool election compute-result"));
        System.out.printf("whole record within a running program, all processors: %.2f s%n", median(warm));
        report("whole record, ./ratssaal verify with the start of Java", ours, ballots);
        report("whole record, belenios-tool election verify", others, ballots);
        System.out.printf(
                "ratio of time %.2f, of processor time %.2f (medians of %d)%n",
                median(ours, Times::real) / median(others, Times::real),
                median(ours, Times::processor) / median(others, Times::processor),
                rounds);
        System.out.printf(
                "from the last ballot to the result (sum, %d tellers, result; ballots checked before): %.2f s%n",
                TELLERS, median(counting));
        report("belenios-tool, sum (it checks all ballots again)", sums, ballots);
        report("belenios-tool, result (again)", results, ballots);
    }

    private static ElectionResult count(
            TestElection election, List<EncryptedBallot> cast, List<Double> seconds) {
        var start = System.nanoTime();
        var group = election.election().group();
        var tally = Tally.empty(election.election());
        for (var ballot : cast) {
            tally = tally.plus(ballot, BigInteger.ONE, group);
        }
        var contributions = new TreeMap<Integer, PartialDecryption>();
        for (var teller = 1; teller <= TELLERS; teller++) {
            var share = election.shares().get(teller - 1);
            contributions.put(
                    teller,
                    PartialDecryption.make(election.election(), tally, share, RANDOMNESS)
                            .decryption());
        }
        var result = new Decryption(election.election(), election.trustees())
                .result(tally, contributions, BigInteger.valueOf(cast.size()))
                .orElseThrow();
        seconds.add((System.nanoTime() - start) / 1e9);
        if (election.decryptions().isEmpty()) {
            election.sum();
            for (var teller = 1; teller <= TELLERS; teller++) {
                election.decrypt(teller);
            }
        }
        return result;
    }

    private static Path store(Path folder, TestElection election) throws IOException {
        return Files.write(Files.createDirectories(folder).resolve(UUID + ".bel"), election.archive());
    }

    private static String verifier(Path file, Path proofs) {
        return "'%s' -cp target/classes de.ratssaal.verifier.VerifierMain '%s' --proofs '%s'"
                .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), file, proofs)
                .replace("target/classes", Path.of("target/classes").toAbsolutePath().toString());
    }

    /**
     * How long a command took, in seconds.
     *
     * @param processor of all its threads
     */
    private record Times(double real, double processor) {}

    private static Times time(Path folder, String command) throws Exception {
        var process = new ProcessBuilder("bash", "-c", "TIMEFORMAT='%%R %%U %%S'; time %s >/dev/null 2>&1".formatted(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("%s: %s".formatted(command, said));
        }
        var times = said.split(" ");
        return new Times(
                Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
    }

    private static double median(List<Times> times, ToDoubleFunction<Times> which) {
        return median(times.stream().map(which::applyAsDouble).toList());
    }

    private static void report(String what, List<Times> times, int ballots) {
        var processor = median(times, Times::processor);
        System.out.printf(
                "%s: %.2f s, processors %.2f s, that is %.2f ms for each ballot%n",
                what, median(times, Times::real), processor, processor * 1_000 / ballots);
    }
}
