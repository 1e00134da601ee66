package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.ballot.TestElection.Tellers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What both verifiers accept and refuse, this one and the one in the browser, and why. The browser's reads the same file.
 * {@code UPDATE_VECTORS=1} writes it anew.
 */
@DisplayName("Both verifiers accept and refuse the same")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementTest {

    private static final Path FILE = Path.of("src/test/resources/vectors/ballot/agreement.json");
    private static final Group GROUP = Groups.belenios2048();
    private static final Question SHORT = new Question("Beschluss?", List.of("Ja"), null, 0, 1);
    private static final String UUID = "RatssaaLAgree111";

    private final ListedRandomness randomness = new ListedRandomness("agreement");
    private final Tellers one = Tellers.single(1, randomness);
    private final Tellers three = Tellers.threshold(2, 3, randomness);
    private final List<Case> cases = new ArrayList<>();

    /**
     * One record or part of a record.
     *
     * @param part {@code election}, {@code trustees}, {@code credentials}: a text, read alone; {@code archive}: a whole file in Base64,
     *     which may be unfinished
     * @param given beyond it: {@code revoting}, {@code weights} as true, {@code proofs} as text
     * @param step where it fails; null if it is accepted
     * @param reason why; null if nothing is wrong with what is there
     */
    private record Case(
            String name,
            String part,
            String record,
            Map<String, Json> given,
            @Nullable String step,
            @Nullable String reason) {

        Json json() {
            var fields = Json.fields().with("name", name).with("part", part).with("record", record);
            given.forEach(fields::with);
            return fields.with("accepted", new Json.Truth(step == null))
                    .withOptional("step", step == null ? null : new Json.Text(step))
                    .withOptional("reason", reason == null ? null : new Json.Text(reason));
        }

        boolean has(String option) {
            return given.containsKey(option);
        }
    }

    @BeforeAll
    void write() throws IOException {
        elections();
        credentials();
        trustees();
        archives();
        if (System.getenv("UPDATE_VECTORS") != null) {
            Files.write(FILE, written());
        }
    }

    private byte[] written() {
        return Json.fields()
                .with("group", GROUP.name())
                .with("cases", Json.items(cases, Case::json))
                .bytes();
    }

    @Test
    @DisplayName("the file says what this verifier says")
    void same() throws IOException {
        assertThat(new String(written(), StandardCharsets.UTF_8)).isEqualTo(Files.readString(FILE));
        for (var each : cases) {
            assertThat(outcome(each)).as(each.name()).isEqualTo(expected(each));
        }
    }

    private static String expected(Case it) {
        return it.step() == null ? "accepted" : it.step() + ' ' + it.reason();
    }

    private static String outcome(Case it) {
        var content = it.record().getBytes(StandardCharsets.UTF_8);
        try {
            switch (it.part()) {
                case "election" -> ElectionParameters.read(content);
                case "credentials" -> {
                    var odd = Credentials.read(content, GROUP).weighted();
                    if (!odd.isEmpty() && !it.has("weights")) {
                        return "CREDENTIALS CREDENTIALS_WEIGHT";
                    }
                }
                case "trustees" -> {
                    if (Trustees.read(content, GROUP).check() instanceof Check.Invalid invalid) {
                        return invalid.step() + " " + invalid.reason();
                    }
                }
                default -> {
                    return verified(it);
                }
            }
            return "accepted";
        } catch (MalformedRecord e) {
            var step = it.part().equals("election")
                    ? Step.ELECTION
                    : Step.valueOf(it.part().toUpperCase(Locale.ROOT));
            return step + " " + step + "_MALFORMED";
        }
    }

    private static String verified(Case it) {
        var proofs = Optional.ofNullable(it.given().get("proofs"))
                .map(text -> ((Json.Text) text).value().getBytes(StandardCharsets.UTF_8));
        var wanted = new Wanted(it.has("revoting"), true, it.has("weights"), List.of(), List.of(), proofs);
        var report = RecordVerification.verify(Base64.getDecoder().decode(it.record()), wanted);
        return switch (report.verdict()) {
            case SOUND, UNFINISHED -> "accepted";
            case UNPROVEN -> "STRONG_PROOFS null";
            case UNSOUND ->
                report.failure().orElseThrow().step() + " "
                        + report.failure().orElseThrow().reason();
        };
    }

    // --- the definition ----------------------------------------------------------------------------------------------

    private void elections() {
        var sound = new TestElection(UUID, List.of(SHORT), 1, one, randomness)
                .election()
                .toString();
        election("as it should be", sound, true);
        election("blank null", sound.replace("\"min\"", "\"blank\":null,\"min\""), false);
        election("blank false", sound.replace("\"min\"", "\"blank\":false,\"min\""), true);
        election("blank as a number", sound.replace("\"min\"", "\"blank\":0,\"min\""), false);
        election("no mark is possible", sound.replace("\"max\":1", "\"max\":0"), false);
        election("more marks than answers", sound.replace("\"max\":1", "\"max\":2"), false);
        election("no answer", sound.replace("[\"Ja\"]", "[]"), false);
        election("1,000 answers", sound.replace("[\"Ja\"]", answers(1_000)), true);
        election("1,001 answers", sound.replace("[\"Ja\"]", answers(1_001)), false);
        election(
                "nothing is asked",
                sound.replaceFirst("\"questions\":\\[.*],\"uuid\"", "\"questions\":[],\"uuid\""),
                false);
        election("an identifier of 13 characters", sound.replace(UUID, "1".repeat(13)), false);
        election("an identifier of 14 characters", sound.replace(UUID, "1".repeat(14)), true);
        election("an identifier of 64 characters", sound.replace(UUID, "1".repeat(64)), true);
        election("an identifier of 65 characters", sound.replace(UUID, "1".repeat(65)), false);
        election("an identifier with a letter that can be mistaken", sound.replace(UUID, UUID + 'l'), false);
        election("character 7f as \\u007f", sound.replace("Beschluss", "\\u007f"), true);
        election("character 7f as \\u007F", sound.replace("Beschluss", "\\u007F"), false);
        election("character 7f unescaped", sound.replace("Beschluss", "\u007f"), false);
        election("character 80 unescaped", sound.replace("Beschluss", "\u0080"), true);
        election("character 80 as \\u0080", sound.replace("Beschluss", "\\u0080"), false);
        election("character 2028 unescaped", sound.replace("Beschluss", "\u2028"), true);
        election("line break as \\n", sound.replace("Beschluss", "\\n"), true);
        election("line break as \\u000a", sound.replace("Beschluss", "\\u000a"), false);
        election("a slash escaped", sound.replace("Beschluss", "\\/"), false);
        election("half a character", sound.replace("Beschluss", "\\ud800"), false);
        election("a character beyond 16 bits", sound.replace("Beschluss", "\ud83d\uddf3"), true);
        election("a space between fields", sound.replace(",\"name\"", ", \"name\""), false);
        election(
                "fields in another order",
                sound.replaceFirst("(\"version\":1),(\"description\":\"[^\"]*\")", "$2,$1"),
                false);
        election("a field that nobody knows", sound.replace("{\"version\"", "{\"more\":1,\"version\""), false);
        election("a field twice", sound.replace("\"version\":1", "\"version\":1,\"version\":1"), false);
        election("another version", sound.replace("\"version\":1", "\"version\":2"), false);
        election("a number as a fraction", sound.replace("\"version\":1", "\"version\":1.0"), false);
        election("another group", sound.replace("BELENIOS-2048", "BELENIOS-1024"), false);
        election("a key with a leading zero", sound.replace("\"public_key\":\"", "\"public_key\":\"0"), false);
        election("an administrator", sound.replaceFirst("}$", ",\"administrator\":\"Rathaus\"}"), true);
        election("an administrator who is no text", sound.replaceFirst("}$", ",\"administrator\":null}"), false);
        election("nested deeply", "[".repeat(20_000) + "]".repeat(20_000), false);
        election("nothing", "", false);
    }

    private static String answers(int many) {
        return IntStream.range(0, many).mapToObj(it -> "\"Ja\"").collect(Collectors.joining(",", "[", "]"));
    }

    private void election(String name, String text, boolean accepted) {
        var step = accepted ? null : "ELECTION";
        cases.add(new Case(name, "election", text, Map.of(), step, accepted ? null : "ELECTION_MALFORMED"));
    }

    // --- the list ----------------------------------------------------------------------------------------------------

    private void credentials() {
        var a = GROUP.generator().toString();
        var b = GROUP.multiply(GROUP.generator(), GROUP.generator()).toString();
        credentials("keys alone", "[\"%s\",\"%s\"]".formatted(a, b), false, null);
        credentials("in another order", "[\"%s\",\"%s\"]".formatted(b, a), false, null);
        credentials("no key", "[]", false, null);
        credentials("a key twice", "[\"%s\",\"%s\"]".formatted(a, a), false, "CREDENTIALS_MALFORMED");
        credentials(
                "a key twice, once with weight 1", "[\"%s\",\"%s,1\"]".formatted(a, a), false, "CREDENTIALS_MALFORMED");
        credentials("weight 1", "[\"%s,1\",\"%s\"]".formatted(a, b), false, null);
        credentials("weight 2, which is not allowed", "[\"%s\",\"%s,2\"]".formatted(a, b), false, "CREDENTIALS_WEIGHT");
        credentials("weight 2, which is allowed", "[\"%s\",\"%s,2\"]".formatted(a, b), true, null);
        for (var wrong : List.of("0", "01", "", "-1", "1.5", "1,1", "1073741824")) {
            credentials("weight " + wrong, "[\"%s,%s\"]".formatted(a, wrong), true, "CREDENTIALS_MALFORMED");
        }
        credentials("weight 0, where none is allowed", "[\"%s,0\"]".formatted(a), false, "CREDENTIALS_MALFORMED");
        credentials("weight 1073741823", "[\"%s,1073741823\"]".formatted(a), true, null);
        credentials("no text", "[1]", false, "CREDENTIALS_MALFORMED");
    }

    private void credentials(String name, String text, boolean weights, @Nullable String reason) {
        cases.add(new Case(
                name,
                "credentials",
                text,
                weights ? Map.of("weights", new Json.Truth(true)) : Map.of(),
                reason == null ? null : "CREDENTIALS",
                reason));
    }

    // --- the tellers -------------------------------------------------------------------------------------------------

    private void trustees() {
        var sound = "{\"group\":\"BELENIOS-2048\",\"size\":1,\"threshold\":1,\"index\":1}";
        trustees("certificate as it should be", sound, null);
        var malformed = "TRUSTEES_MALFORMED";
        trustees(
                "context of the certificate in another order",
                "{\"group\":\"BELENIOS-2048\",\"threshold\":1,\"size\":1,\"index\":1}",
                malformed);
        trustees("context of another place", sound.replace("\"index\":1", "\"index\":2"), malformed);
        trustees("context of another threshold", sound.replace("\"threshold\":1", "\"threshold\":2"), malformed);
        trustees("context with a field more", sound.replace("}", ",\"more\":1}"), malformed);
        trustees("context with a field less", sound.replace(",\"index\":1", ""), malformed);
        trustees("context as a text", "\"BELENIOS-2048\"", malformed);
    }

    /** Of one teller who signs a certificate with this context. */
    private void trustees(String name, String context, @Nullable String reason) {
        var knowledge = new Knowledge(GROUP);
        var signing = Secret.random(GROUP, randomness);
        var share = Secret.random(GROUP, randomness);
        var message = "{\"context\":%s,\"verification\":\"%s\",\"encryption\":\"%s\"}"
                .formatted(
                        context,
                        signing.publicKey(GROUP),
                        Secret.random(GROUP, randomness).publicKey(GROUP));
        var certificate = new SignedMessage(message, knowledge.sign(message, signing, randomness))
                .json()
                .write();
        var committed = ThresholdKey.Commitments.message(List.of(share.publicKey(GROUP)));
        var commitments = new SignedMessage(committed, knowledge.sign(committed, signing, randomness))
                .json()
                .write();
        var seen = "certs_sig|{\"certs\":[%s],%s".formatted(certificate, committed.substring(1));
        var text =
                "[[\"Pedersen\",{\"threshold\":1,\"certs\":[%s],\"coefexps\":[%s],\"signatures\":[%s],\"verification_keys\":[%s]}]]"
                        .formatted(
                                certificate,
                                commitments,
                                knowledge.sign(seen, signing, randomness).json().write(),
                                TrusteeKey.of(share, true, GROUP, randomness)
                                        .json()
                                        .write());
        cases.add(new Case(name, "trustees", text, Map.of(), reason == null ? null : "TRUSTEES", reason));
    }

    // --- whole records -----------------------------------------------------------------------------------------------

    private TestElection begun(Tellers tellers) {
        return new TestElection(UUID, List.of(SHORT), 2, tellers, randomness);
    }

    private void archives() {
        var begun = begun(one);
        archive("opened", begun.archive(), Map.of(), null, null);
        var beginning = new ArrayList<>(begun.entries());
        beginning.add(2, ArchiveEntry.beginning(TestElection.CREATED));
        archive("a second beginning", Forgery.write(beginning), Map.of(), Step.LAYOUT, Reason.LAYOUT_MALFORMED);
        var list = Credentials.write(
                begun.voters().stream().map(it -> it.publicKey(GROUP)).toList());
        var heavier = new String(list, StandardCharsets.UTF_8).replaceFirst("\"]$", ",3\"]");
        var weighted = Forgery.of(begun)
                .with(EventType.SETUP, 2, heavier.getBytes(StandardCharsets.UTF_8))
                .linked()
                .archive();
        archive("weight 3", weighted, Map.of(), Step.CREDENTIALS, Reason.CREDENTIALS_WEIGHT);
        archive("weight 3, which is allowed", weighted, Map.of("weights", new Json.Truth(true)), null, null);

        var revoted = begun(one).cast(0, "1").cast(0, "0").archive();
        archive("a second ballot", revoted, Map.of(), Step.BALLOT_ENTITLED, Reason.BALLOT_SECOND);
        archive("a second ballot, which is allowed", revoted, Map.of("revoting", new Json.Truth(true)), null, null);
        var again = begun(one).cast(0, "1");
        again.cast(EncryptedBallot.read(again.entries().get(5).content(), again.election()));
        archive(
                "a ballot again",
                again.archive(),
                Map.of("revoting", new Json.Truth(true)),
                Step.BALLOT_ENTITLED,
                Reason.BALLOT_REPLAYED);

        var counted = begun(one).cast(0, "1").close().decrypt(1);
        var twice = counted.chain()
                .partialDecryption(1, counted.decryptions().get(1).write());
        var repeated = new ArrayList<>(counted.entries());
        repeated.addAll(twice.entries());
        archive("a partial decryption again", Forgery.write(repeated), Map.of(), Step.ORDER, Reason.ORDER_TWICE);
        archive("decrypted, no result yet", counted.archive(), Map.of(), null, null);
        counted.count();
        archive("a result, without strong proofs", counted.archive(), Map.of(), Step.STRONG_PROOFS, null);
        archive("a result, with strong proofs", counted.archive(), proofs(counted.strongProofs()), null, null);
        archive(
                "a result, with strong proofs of nobody",
                counted.archive(),
                Map.of("proofs", new Json.Text("[]")),
                Step.STRONG_PROOFS,
                Reason.STRONG_MISSING);

        archive(
                "a result, with strong proofs of one who decrypted nothing",
                counted.archive(),
                proofs(new TreeMap<>(Map.of(
                        1,
                        counted.strongProofs().get(1),
                        2,
                        counted.strongProofs().get(1)))),
                Step.STRONG_PROOFS,
                Reason.STRONG_MALFORMED);
        var once = ((Json.Text) proofs(counted.strongProofs()).get("proofs")).value();
        archive(
                "a result, with strong proofs twice",
                counted.archive(),
                Map.of("proofs", new Json.Text(once.replaceFirst("]$", ",") + once.substring(1))),
                Step.STRONG_PROOFS,
                Reason.STRONG_MALFORMED);

        var steered = SteeredElection.steer(begun(one).cast(0, "0"), 1, "0", List.of(2), randomness);
        archive("G10, without strong proofs", steered.archive(), Map.of(), Step.STRONG_PROOFS, null);
        archive(
                "G10, with strong proofs",
                steered.archive(),
                proofs(steered.strongProofs()),
                Step.STRONG_PROOFS,
                Reason.STRONG_PROOF);
        shares();
    }

    private void shares() {
        var election = begun(three).cast(0, "1").close().decrypt(1);
        var share = election.shares().get(1);
        var honest = PartialDecryption.make(election.election(), election.tally(), share, randomness);
        var useless = ForgedRecordTest.useless(election, share, honest.decryption(), randomness);
        election.add(election.chain().partialDecryption(2, useless.write())).decrypt(3);
        archive(
                "a wrong factor among the first that are enough",
                election.archive(),
                Map.of(),
                Step.DECRYPTION,
                Reason.DECRYPTION_UNUSABLE);
        var surplus = begun(three).cast(0, "1").close().decrypt(1, 2);
        var last = surplus.shares().get(2);
        var third = PartialDecryption.make(surplus.election(), surplus.tally(), last, randomness);
        var odd = ForgedRecordTest.useless(surplus, last, third.decryption(), randomness);
        surplus.add(surplus.chain().partialDecryption(3, odd.write()));
        archive(
                "a wrong factor beyond those that are enough",
                surplus.archive(),
                Map.of(),
                Step.DECRYPTION,
                Reason.DECRYPTION_SURPLUS);
    }

    private static Map<String, Json> proofs(TreeMap<Integer, StrongProofs> strong) {
        return Map.of("proofs", new Json.Text(new String(StrongProofs.writeAll(strong), StandardCharsets.UTF_8)));
    }

    private void archive(
            String name, byte[] file, Map<String, Json> given, @Nullable Step step, @Nullable Reason reason) {
        cases.add(new Case(
                name,
                "archive",
                Base64.getEncoder().encodeToString(file),
                given,
                step == null ? null : step.name(),
                reason == null ? null : reason.name()));
    }
}
