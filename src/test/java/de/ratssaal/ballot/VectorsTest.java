package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What each step of docs/voting-protocol.md makes of given numbers, to the last letter. The browser's code proves itself against the
 * same files. {@code UPDATE_VECTORS=1} writes them anew.
 */
@DisplayName("Vectors that server and browser share")
class VectorsTest {

    private static final Path FOLDER = Path.of("src/test/resources/vectors/ballot");
    private static final Group GROUP = Groups.belenios2048();
    private static final String UUID = "RatssaaLVectors1";

    @Test
    void hashes() throws IOException {
        var cases = new ArrayList<Json>();
        for (var text : List.of("", "prove|", "Enthaltung: größer als ½ | \"Ja\"", "1".repeat(2_000))) {
            cases.add(Json.fields()
                    .with("text", text)
                    .with("hex", Hash.hex(text.getBytes(StandardCharsets.UTF_8)))
                    .with("base64", Hash.base64(text))
                    .with("scalar", Hash.scalar(text, GROUP)));
        }
        requireSame("hash", cases);
    }

    @Test
    void knowledge() throws IOException {
        var cases = new ArrayList<Json>();
        for (var context : List.of("pok|BELENIOS-2048|", "sig|hash|", "sigmsg|{\"coefexps\":[]}|")) {
            var randomness = new ListedRandomness("knowledge " + context);
            var secret = Secret.random(GROUP, new ListedRandomness("secret " + context));
            var proof = new Knowledge(GROUP).prove(context, secret, randomness);
            assertThat(new Knowledge(GROUP).holds(context, secret.publicKey(GROUP), proof))
                    .isTrue();
            cases.add(Json.fields()
                    .with("context", context)
                    .with("secret", secret.value())
                    .with("public_key", secret.publicKey(GROUP))
                    .with("random", randomness.written())
                    .with("proof", proof.json()));
        }
        requireSame("knowledge", cases);
    }

    @Test
    void disjunctions() throws IOException {
        var election = election(TestElection.ADOPT);
        var cases = new ArrayList<Json>();
        for (var claimed : List.of(List.of(0, 1), List.of(1, 0), List.of(1), List.of(0, 1, 2, 3), List.of(3, 2, 1))) {
            var numbers = new ListedRandomness("exponent " + claimed);
            var exponent = numbers.below(GROUP.order());
            var randomness = new ListedRandomness("disjunction " + claimed);
            var claims = claimed.stream()
                    .map(it -> new Disjunction.Known(exponent, 1, it))
                    .toList();
            var proofs = new Disjunction(election).prove("prove|", claims, randomness);
            cases.add(Json.fields()
                    .with("public_key", election.publicKey())
                    .with("context", "prove|")
                    .with("exponent", exponent)
                    .with("number", new Json.Whole(1))
                    .with("alpha", GROUP.power(GROUP.generator(), exponent))
                    .with("beta", GROUP.multiply(GROUP.power(election.publicKey(), exponent), GROUP.generator()))
                    .with("claimed", Json.items(claimed, it -> new Json.Whole(it)))
                    .with("random", randomness.written())
                    .with("proofs", Json.items(proofs, Proof::json)));
        }
        requireSame("disjunction", cases);
    }

    @Test
    void credentials() throws IOException {
        var cases = new ArrayList<Json>();
        for (var code : List.of("4TE-yXc-Ept-aAg-HUP", "R94-JpE-F15-dnu-yGT", "Ckh-MbJ-W76-HQQ-r6h")) {
            var secret = CredentialCode.of(code).secret("TWQkdWyTTTEhLA", GROUP);
            cases.add(Json.fields()
                    .with("uuid", "TWQkdWyTTTEhLA")
                    .with("code", code)
                    .with("secret", secret.value())
                    .with("public_key", secret.publicKey(GROUP)));
        }
        requireSame("credential", cases);
    }

    @Test
    void ballots() throws IOException {
        requireSame(
                "ballot",
                List.of(
                        ballot("100", TestElection.ADOPT),
                        ballot("001", TestElection.ADOPT),
                        ballot("010,00000000111", TestElection.ADOPT, TestElection.BOARD)));
    }

    @Test
    void ballotsThatMayBeBlank() throws IOException {
        requireSame(
                "blank",
                List.of(
                        ballot("10000000000", TestElection.BOARD),
                        ballot("01000000000", TestElection.BOARD),
                        ballot("000", new Question("Mitglieder", List.of("A", "B", "C"), null, 0, 2)),
                        ballot("0011", new Question("Mitglieder", List.of("A", "B", "C"), true, 2, 2))));
    }

    private static Json ballot(String marks, Question... questions) {
        var election = election(questions);
        var randomness = new ListedRandomness("ballot " + marks);
        var secret = Secret.random(GROUP, new ListedRandomness("credential " + marks));
        var ballot = new Booth(election).ballot(secret, TestElection.marks(marks.split(",")), randomness);
        assertThat(new BallotChecks(election).check(ballot.content())).isEqualTo(Check.valid());
        return Json.fields()
                .with("election", election)
                .with("fingerprint", election.fingerprint())
                .with("secret", secret.value())
                .with("marks", Json.items(List.of(marks.split(",")), Json.Text::new))
                .with("random", randomness.written())
                .with("ballot", text(ballot.content()))
                .with("hash", ballot.hash())
                .with("tracker", ballot.tracker());
    }

    @Test
    void openings() throws IOException {
        var cases = new ArrayList<Json>();
        for (var marks : List.of("100", "010")) {
            var election = election(TestElection.ADOPT);
            var randomness = new ListedRandomness("opening " + marks);
            var secret = Secret.random(GROUP, new ListedRandomness("credential " + marks));
            var seed = Hash.sha256(marks.getBytes(StandardCharsets.UTF_8));
            var list = Credentials.write(List.of(
                    secret.publicKey(GROUP), GROUP.generator(), GROUP.multiply(GROUP.generator(), GROUP.generator())));
            var credentials = Credentials.read(list, GROUP);
            var opening =
                    BallotOpening.prepare(election, credentials, secret, seed, TestElection.marks(marks), randomness);
            assertThat(BallotOpening.read(opening.write()).write()).isEqualTo(opening.write());
            var ballot = BallotOpening.read(opening.write()).ballot(election, credentials);
            cases.add(Json.fields()
                    .with("election", election)
                    .with("secret", secret.value())
                    .with("seed", HexFormat.of().formatHex(seed))
                    .with("marks", Json.items(List.of(marks), Json.Text::new))
                    .with("random", randomness.written())
                    .with("credentials", text(list))
                    .with("opening", opening.write())
                    .with("ballot", text(ballot.content()))
                    .with("tracker", ballot.tracker()));
        }
        requireSame("opening", cases);
    }

    @Test
    void ceremonies() throws IOException {
        requireSame("ceremony", List.of(ceremony(2, 3), ceremony(1, 1), ceremony(3, 3)));
    }

    private static Json ceremony(int threshold, int size) {
        var draws = IntStream.rangeClosed(1, size)
                .mapToObj(it -> new ListedRandomness("teller %d, %d of %d".formatted(it, threshold, size)))
                .toList();
        var tellers = IntStream.range(0, size)
                .mapToObj(it -> Teller.begin(GROUP, it + 1, size, threshold, draws.get(it)))
                .toList();
        var certificates = IntStream.range(0, size)
                .mapToObj(it -> tellers.get(it).certificate(draws.get(it)))
                .toList();
        var commitments = IntStream.range(0, size)
                .mapToObj(it -> tellers.get(it).commitments(draws.get(it)))
                .toList();
        var written = new ArrayList<Json>();
        var seen = new ArrayList<String>();
        var keys = new ArrayList<String>();
        for (var it = 0; it < size; it++) {
            var number = it + 1;
            var values = tellers.stream().map(teller -> teller.valueFor(number)).toList();
            var finished = tellers.get(it).finish(certificates, commitments, values, draws.get(it));
            seen.add(finished.seen());
            keys.add(finished.key());
            written.add(Json.fields()
                    .with("random", draws.get(it).written())
                    .with("certificate", certificates.get(it))
                    .with("commitments", commitments.get(it))
                    .with("received", Json.items(values, Json::text))
                    .with("share", finished.share().value())
                    .with("seen", finished.seen())
                    .with("key", finished.key()));
        }
        var trustees = Teller.trustees(GROUP, threshold, certificates, commitments, seen, keys);
        assertThat(trustees.check()).isEqualTo(Check.valid());
        return Json.fields()
                .with("threshold", new Json.Whole(threshold))
                .with("tellers", new Json.Items(written))
                .with("trustees", text(trustees.write()))
                .with("joint_key", trustees.jointKey());
    }

    @Test
    void decryptions() throws IOException {
        var election = counted(TestElection.Tellers.threshold(2, 3, new ListedRandomness("decryption")));
        var cases = new ArrayList<Json>();
        for (var teller = 1; teller <= 3; teller++) {
            var randomness = new ListedRandomness("teller " + teller);
            var share = election.shares().get(teller - 1);
            var proven = PartialDecryption.make(election.election(), election.tally(), share, randomness);
            cases.add(Json.fields()
                    .with("election", election.election())
                    .with("tally", text(election.tally().write()))
                    .with("share", share.value())
                    .with("public_key", share.publicKey(GROUP))
                    .with("random", randomness.written())
                    .with("decryption", text(proven.decryption().write()))
                    .with("strong", text(proven.strong().write())));
        }
        requireSame("decryption", cases);
    }

    @Test
    void combinations() throws IOException {
        var cases = new ArrayList<Json>();
        for (var tellers : List.of(List.of(1, 2), List.of(1, 3), List.of(2, 3), List.of(1, 2, 3))) {
            var election = counted(TestElection.Tellers.threshold(2, 3, new ListedRandomness("combination")));
            election.decrypt(tellers.stream().mapToInt(it -> it).toArray());
            cases.add(combination(election, tellers));
        }
        var election = counted(TestElection.Tellers.single(2, new ListedRandomness("combination")));
        cases.add(combination(election.decrypt(1, 2), List.of(1, 2)));
        requireSame("combination", cases);
    }

    private static Json combination(TestElection election, List<Integer> tellers) {
        return Json.fields()
                .with("election", election.election())
                .with("trustees", text(election.trustees().write()))
                .with("tally", text(election.tally().write()))
                .with(
                        "contributions",
                        Json.items(
                                tellers,
                                it -> Json.fields()
                                        .with("owner", new Json.Whole(it))
                                        .with(
                                                "decryption",
                                                text(election.decryptions()
                                                        .get(it)
                                                        .write()))))
                .with("most", new Json.Whole(3))
                .with("result", text(election.result().write()));
    }

    @Test
    void archives() throws IOException {
        var election = counted(TestElection.Tellers.threshold(2, 3, new ListedRandomness("archive")))
                .decrypt(1, 3)
                .count();
        var out = new ByteArrayOutputStream();
        new Archive(TestElection.CREATED, election.entries()).write(out);
        var entries = Json.items(
                election.entries(), it -> Json.fields().with("name", it.name()).with("content", text(it.content())));
        requireSame(
                "archive",
                List.of(Json.fields()
                        .with("created", new Json.Whole(TestElection.CREATED.getEpochSecond()))
                        .with("entries", entries)
                        .with("head", String.valueOf(election.chain().head()))
                        .with("file_hex_hash", Hash.hex(out.toByteArray()))
                        .with("file", Base64.getEncoder().encodeToString(out.toByteArray()))));
    }

    @Test
    void forgedArchives() throws IOException {
        var randomness = new ListedRandomness("forged archives");
        var tellers = TestElection.Tellers.single(1, randomness);
        var sound = finished(tellers, randomness, "100");
        var other = finished(tellers, randomness, "010");
        var voted = new TestElection(UUID, List.of(TestElection.ADOPT), 2, tellers, randomness);
        var ballot = voted.ballot(0, "100");
        var odd = Changes.ofShape(JsonReader.read(ballot.content()).value()).stream()
                .filter(it -> it.path().equals(".answers[0].extra"))
                .findFirst()
                .orElseThrow();
        var foreign =
                PartialDecryption.make(sound.election(), sound.tally(), Secret.random(GROUP, randomness), randomness);
        var useless = ForgedRecordTest.useless(
                sound, sound.shares().getFirst(), sound.decryptions().get(1), randomness);
        var sized = new SizedTally(2, BigInteger.ONE, Hash.hex(sound.tally().write()));
        requireSame(
                "forged",
                List.of(
                        forged("sound", Forgery.of(sound)),
                        forged(
                                "G1",
                                Forgery.of(sound)
                                        .insert(2, EventType.END_BALLOTS)
                                        .insert(3, EventType.BALLOT, ballot.content())),
                        forged(
                                "G2",
                                Forgery.of(sound)
                                        .with(
                                                EventType.ENCRYPTED_TALLY,
                                                0,
                                                other.tally().write())
                                        .linked()),
                        forged("G3", Forgery.of(sound).with(EventType.ENCRYPTED_TALLY, 1, sized.write())),
                        forged("G4", Forgery.of(sound).without(EventType.END_BALLOTS)),
                        forged(
                                "G5",
                                Forgery.of(sound)
                                        .insert(
                                                6,
                                                EventType.RESULT,
                                                Forgery.of(sound).record(EventType.RESULT, 0))),
                        forged(
                                "G6",
                                Forgery.of(sound)
                                        .insert(
                                                2,
                                                EventType.BALLOT,
                                                Forgery.of(sound).record(EventType.BALLOT, 0))),
                        forged(
                                "G7",
                                Forgery.of(sound)
                                        .without(EventType.RESULT)
                                        .with(
                                                EventType.PARTIAL_DECRYPTION,
                                                0,
                                                foreign.decryption().write())
                                        .linked()),
                        forged(
                                "G8",
                                Forgery.of(voted)
                                        .insert(
                                                1,
                                                EventType.BALLOT,
                                                Forgery.signed(
                                                        (Json.Fields) odd.record(),
                                                        voted.voters().getFirst(),
                                                        randomness))),
                        forged(
                                "G9",
                                Forgery.of(sound)
                                        .without(EventType.RESULT)
                                        .with(EventType.PARTIAL_DECRYPTION, 0, useless.write())
                                        .linked())));
    }

    private static TestElection finished(TestElection.Tellers tellers, ListedRandomness randomness, String marks) {
        return new TestElection(UUID, List.of(TestElection.ADOPT), 2, tellers, randomness)
                .cast(1, marks)
                .close()
                .decrypt(1)
                .count();
    }

    /** With the step and reason for which the verifier rejects it, though unfinished records are accepted. */
    private static Json forged(String name, Forgery forgery) {
        var archive = forgery.archive();
        var failure = RecordVerification.verify(archive, RecordVerification.Wanted.UNFINISHED)
                .failure();
        assertThat(failure.isEmpty()).as(name).isEqualTo(name.equals("sound"));
        return Json.fields()
                .with("name", name)
                .withOptional(
                        "step", failure.map(it -> Json.text(it.step().number())).orElse(null))
                .withOptional(
                        "reason", failure.map(it -> Json.text(it.reason())).orElse(null))
                .with("file", Base64.getEncoder().encodeToString(archive));
    }

    private static TestElection counted(TestElection.Tellers tellers) {
        return new TestElection(UUID, List.of(TestElection.ADOPT), 4, tellers, new ListedRandomness("election"))
                .cast(0, "100")
                .cast(2, "100")
                .cast(3, "001")
                .close();
    }

    private static ElectionParameters election(Question... questions) {
        var tellers = TestElection.Tellers.single(1, new ListedRandomness("key"));
        return ElectionParameters.define(UUID, "Wahl", "Probe", List.of(questions), tellers.trustees());
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static void requireSame(String step, List<Json> cases) throws IOException {
        var content = Json.fields()
                .with("group", GROUP.name())
                .with("cases", new Json.Items(cases))
                .bytes();
        var file = FOLDER.resolve(step + ".json");
        if (System.getenv("UPDATE_VECTORS") != null) {
            Files.createDirectories(FOLDER);
            Files.write(file, content);
        }
        assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
    }
}
