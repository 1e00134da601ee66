package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.ballot.TestElection.Tellers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A program by others comes to the same as ours")
class BeleniosToolTest {

    private static final Group GROUP = Groups.belenios2048();
    private static final String UUID = "RatssaaLUnderTest";
    private static final Randomness RANDOMNESS = Randomness.secure();

    @TempDir
    Path folder;

    BeleniosTool tool;

    @BeforeEach
    void theToolIsThere() {
        assumeTrue(BeleniosTool.program().isPresent(), "belenios-tool is missing");
        tool = BeleniosTool.in(folder);
    }

    private static TestElection election(Tellers tellers, int voters, Question... questions) {
        return new TestElection(UUID, List.of(questions), voters, tellers, RANDOMNESS);
    }

    private void bothAccept(TestElection election, List<List<Long>> counts) {
        var archive = election.archive();
        var report = RecordVerification.verify(archive, Wanted.FINISHED);
        assertThat(report.failure()).isEmpty();
        assertThat(report.record().result()).contains(new ElectionResult(counts));
        var said = tool.verify(archive);
        assertThat(said.errors()).contains("all checks passed");
        assertThat(said.status()).isZero();
    }

    @Test
    @DisplayName("yes, no, abstention of 50 members, two tellers who both are needed")
    void fiftyMembers() {
        var election = election(Tellers.single(2, RANDOMNESS), 50, TestElection.ADOPT);
        for (var voter = 0; voter < 50; voter++) {
            election.cast(voter, voter < 30 ? "100" : voter < 44 ? "010" : "001");
        }
        bothAccept(election.close().decrypt(1, 2).count(), List.of(List.of(30L, 14L, 6L)));
    }

    @Test
    @DisplayName("up to 3 of 10 candidates or blank, 2 of 3 tellers, the second one missing; then the run-off")
    void candidates() {
        var tellers = Tellers.threshold(2, 3, RANDOMNESS);
        var election = election(tellers, 4, TestElection.BOARD)
                .cast(0, "10000000000")
                .cast(1, "01110000000")
                .cast(3, "00100000001")
                .close()
                .decrypt(1, 3)
                .count();
        bothAccept(election, List.of(List.of(1L, 1L, 2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L)));

        var runOff = election(tellers, 4, Question.upTo(1, "Stichwahl", List.of("Kandidatin 1", "Kandidatin 3")))
                .cast(0, "010")
                .cast(1, "001")
                .cast(2, "010")
                .close()
                .decrypt(2, 3)
                .count();
        bothAccept(runOff, List.of(List.of(0L, 2L, 1L)));
    }

    @Test
    @DisplayName("3 of 5 tellers, all of whom decrypt; two questions")
    void allTellers() {
        var election = election(
                        Tellers.threshold(3, 5, RANDOMNESS),
                        3,
                        TestElection.ADOPT,
                        new Question("Ausschuss", List.of("A", "B", "C"), null, 0, 2))
                .cast(2, "001", "000")
                .cast(1, "100", "110")
                .close()
                .decrypt(1, 2, 3, 4, 5)
                .count();
        bothAccept(election, List.of(List.of(1L, 0L, 1L), List.of(1L, 1L, 0L)));
    }

    @Test
    @DisplayName("nobody voted")
    void nobodyVoted() {
        var election = election(Tellers.threshold(2, 3, RANDOMNESS), 3, TestElection.ADOPT)
                .close()
                .decrypt(3, 2)
                .count();
        bothAccept(election, List.of(List.of(0L, 0L, 0L)));
    }

    @Test
    @DisplayName("all ballots blank")
    void allBlank() {
        var election =
                election(Tellers.single(1, RANDOMNESS), 3, Question.upTo(2, "Ausschuss", List.of("A", "B", "C")));
        for (var voter = 0; voter < 3; voter++) {
            election.cast(voter, "1000");
        }
        bothAccept(election.close().decrypt(1).count(), List.of(List.of(3L, 0L, 0L, 0L)));
    }

    @Test
    @DisplayName("an election made wholly by belenios-tool, each teller needed, is accepted; with it a ballot of ours")
    void madeByTheTool() throws IOException {
        var voters = begin(3);
        tool.output("", "setup", "generate-trustee-key", "--group", GROUP.name());
        tool.output("", "setup", "generate-trustee-key", "--group", GROUP.name());
        gather(".pubkey", "public_keys.jsons");
        define();

        castByTool(voters.get(0), "[[1,0,0],[0,1,1,0]]");
        castByTool(voters.get(1), "[[0,0,1],[1,0,0,0]]");
        castByUs(voters.get(2), "100", "0010");
        endByTool();
        var number = 1;
        for (var key : files(".privkey")) {
            tool.event(
                    "PartialDecryption",
                    tool.output("", "election", "decrypt", "--privkey", key, "--trustee-id", String.valueOf(number++)));
        }
        finishByTool(List.of(List.of(2L, 0L, 1L), List.of(1L, 1L, 2L, 0L)));
    }

    @Test
    @DisplayName("an election made wholly by belenios-tool, 2 of 3 tellers, is accepted; with it a ballot of ours")
    void madeByTheToolWithAThreshold() throws IOException {
        var voters = begin(2);
        for (var it = 0; it < 3; it++) {
            ceremony("1");
        }
        gather(".cert", "certs.jsons");
        ceremony("2");
        var polynomials = new StringBuilder();
        for (var key : files(".key")) {
            polynomials.append(ceremony("3", "--key", key, "--threshold", "2"));
        }
        Files.writeString(folder.resolve("polynomials.jsons"), polynomials);
        ceremony("4", "--polynomials", "polynomials.jsons");
        var answers = new StringBuilder();
        for (var key : files(".key")) {
            var input = Files.readString(folder.resolve(key.replace(".key", ".vinput")));
            answers.append(ceremonyWith(input, "5", "--key", key));
        }
        Files.writeString(
                folder.resolve("threshold.json"),
                ceremonyWith(answers.toString(), "6", "--polynomials", "polynomials.jsons"));
        Files.writeString(folder.resolve("public_keys.jsons"), "");
        define();

        castByTool(voters.get(0), "[[1,0,0],[0,1,1,0]]");
        castByUs(voters.get(1), "010", "1000");
        endByTool();
        var number = 1;
        for (var key : files(".key")) {
            var own = String.valueOf(number++);
            if (!own.equals("2")) {
                tool.event(
                        "PartialDecryption",
                        tool.output(
                                "",
                                "election",
                                "decrypt-threshold",
                                "--key",
                                key,
                                "--decryption-key",
                                key.replace(".key", ".dkey"),
                                "--trustee-id",
                                own));
            }
        }
        finishByTool(List.of(List.of(1L, 1L, 0L), List.of(1L, 1L, 1L, 0L)));
    }

    /** @return the codes of the voters */
    private List<String> begin(int voters) throws IOException {
        tool.output(
                "", "setup", "generate-credentials", "--uuid", UUID, "--group", GROUP.name(), "--count", "" + voters);
        Files.move(folder.resolve(files(".pubcreds").getFirst()), folder.resolve("public_creds.json"));
        return Files.readAllLines(folder.resolve(files(".privcreds").getFirst())).stream()
                .map(it -> it.substring(it.lastIndexOf(' ') + 1))
                .toList();
    }

    private void define() throws IOException {
        tool.output("", "setup", "make-trustees");
        Files.deleteIfExists(folder.resolve("threshold.json"));
        Files.writeString(folder.resolve("template.json"), """
                {"description":"Geheime Wahl","name":"Sitzung","questions":[\
                {"answers":["Ja","Nein","Enthaltung"],"min":1,"max":1,"question":"Satzung?"},\
                {"answers":["A","B","C"],"blank":true,"min":1,"max":2,"question":"Ausschuss?"}],\
                "administrator":"Büro des Stadtrates","credential_authority":"Hauptamt"}""");
        tool.output(
                "", "setup", "make-election", "--uuid", UUID, "--group", GROUP.name(), "--template", "template.json");
        Files.copy(folder.resolve("election.json"), folder.resolve("definition"));
        tool.output("", "archive", "init");
    }

    private void castByTool(String code, String choice) throws IOException {
        Files.writeString(folder.resolve("code"), code);
        Files.writeString(folder.resolve("choice"), choice);
        tool.event(
                "Ballot", tool.output("", "election", "generate-ballot", "--privcred", "code", "--ballot", "choice"));
    }

    private void castByUs(String code, String... marks) throws IOException {
        var definition = Files.readString(folder.resolve("definition")).strip();
        var election = ElectionParameters.read(definition.getBytes(StandardCharsets.UTF_8));
        var secret = CredentialCode.of(code).secret(UUID, GROUP);
        var ballot = new Booth(election).ballot(secret, TestElection.marks(marks), RANDOMNESS);
        tool.event("Ballot", new String(ballot.content(), StandardCharsets.UTF_8) + "\n");
        assertThat(tool.run("", "election", "verify").errors()).contains("all checks passed");
    }

    private void endByTool() {
        tool.event("EndBallots", "");
        tool.event("EncryptedTally", tool.output("", "election", "compute-encrypted-tally"));
    }

    private void finishByTool(List<List<Long>> counts) throws IOException {
        tool.event("Result", tool.output("", "election", "compute-result"));
        var report = RecordVerification.verify(Files.readAllBytes(folder.resolve(UUID + ".bel")), Wanted.FINISHED);
        assertThat(report.failure()).isEmpty();
        assertThat(report.record().result()).contains(new ElectionResult(counts));
    }

    private String ceremony(String step, String... more) {
        return ceremonyWith("", step, more);
    }

    private String ceremonyWith(String input, String step, String... more) {
        var arguments = new ArrayList<>(
                List.of("setup", "generate-trustee-key-threshold", "--group", GROUP.name(), "--step", step));
        if (!step.equals("1")) {
            arguments.addAll(List.of("--certs", "certs.jsons"));
        }
        arguments.addAll(List.of(more));
        return tool.output(input, arguments.toArray(String[]::new));
    }

    private void gather(String ending, String target) throws IOException {
        var all = new StringBuilder();
        for (var file : files(ending)) {
            all.append(Files.readString(folder.resolve(file)));
        }
        Files.writeString(folder.resolve(target), all);
    }

    private List<String> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
