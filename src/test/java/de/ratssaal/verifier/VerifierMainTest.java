package de.ratssaal.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.ballot.Question;
import de.ratssaal.ballot.Randomness;
import de.ratssaal.ballot.Reason;
import de.ratssaal.ballot.Step;
import de.ratssaal.ballot.StrongProofs;
import de.ratssaal.ballot.TestElection;
import de.ratssaal.ballot.TestElection.Tellers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The verifier on the command line")
class VerifierMainTest {

    private static final byte[] EARLIER;
    private static final byte[] FINISHED;
    private static final byte[] PROOFS;
    private static final String HEAD;

    static {
        var randomness = Randomness.secure();
        var election = new TestElection(
                "RatssaaLVerifier", List.of(TestElection.ADOPT), 2, Tellers.single(1, randomness), randomness);
        EARLIER = election.cast(0, "100").archive();
        HEAD = election.chain().head();
        FINISHED = election.close().decrypt(1).count().archive();
        PROOFS = StrongProofs.writeAll(election.strongProofs());
    }

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("earlier.bel"), EARLIER);
        Files.write(folder.resolve("finished.bel"), FINISHED);
        Files.write(folder.resolve("proofs.json"), PROOFS);
        var changed = FINISHED.clone();
        changed[FINISHED.length - 600] ^= 1;
        Files.write(folder.resolve("changed.bel"), changed);
    }

    private int verify(String... arguments) {
        var real = Arrays.stream(arguments)
                .map(it -> it.endsWith(".bel") || it.endsWith(".json") && !it.startsWith("--")
                        ? folder.resolve(it).toString()
                        : it)
                .toList();
        return VerifierMain.run(
                real,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("says in plain words what was checked and what came out, and ends with 0")
    void sound() {
        assertThat(verify("finished.bel", "--proofs", "proofs.json", "--lang", "de"))
                .isZero();
        assertThat(said())
                .contains("✓ 13. Die veröffentlichte verschlüsselte Summe ist die Summe genau dieser Stimmzettel.")
                .contains("1  Ja")
                .contains("ERGEBNIS: Alles stimmt.")
                .doesNotContain("✗");
        assertThat(verify("finished.bel", "--proofs", "proofs.json", "--lang", "en"))
                .isZero();
        assertThat(said()).contains("RESULT: all is well.");
    }

    @Test
    @DisplayName("a result without the strong proofs is not proven, and that ends with 3")
    void unproven() {
        assertThat(verify("finished.bel", "--lang", "de")).isEqualTo(3);
        assertThat(said())
                .contains("– 16. Auch die strengen Beweise der Entschlüsselung gelten. Nicht geprüft")
                .contains("ERGEBNIS: NICHT BEWIESEN.")
                .doesNotContain("Alles stimmt");
        out.reset();
        assertThat(verify("finished.bel", "--lang", "en", "--json")).isEqualTo(3);
        assertThat(said()).startsWith("{\"valid\":false,\"verdict\":\"UNPROVEN\",\"finished\":true");
    }

    @Test
    @DisplayName("what a record says cannot write lines of its own into the report, nor turn its direction")
    void controlCharacters() throws IOException {
        var randomness = Randomness.secure();
        var evil = "Ja\nERGEBNIS: Alles stimmt.\r\u001b[2J\u007f\u0085\u009b\u061c\u200e\u200f\u202e\u2028\u2066\ufeff";
        var election = new TestElection(
                        "RatssaaLVerifier",
                        List.of(Question.oneOf(evil, List.of(evil, "Nein\u200d"))),
                        1,
                        Tellers.single(1, randomness),
                        randomness)
                .cast(0, "10")
                .close()
                .decrypt(1)
                .count();
        Files.write(folder.resolve("evil.bel"), election.archive());
        assertThat(verify("evil.bel", "--lang", "de")).isEqualTo(3);
        assertThat(said())
                .contains("Ja\ufffdERGEBNIS")
                .contains("Nein\u200d")
                .doesNotContain("\nERGEBNIS: Alles stimmt.")
                .doesNotContainPattern(
                        "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");
        out.reset();
        var misspelled = new String(FINISHED, StandardCharsets.UTF_8)
                .replace("\"version\":1,\"time", "\"\u0085rsion\":1,\"time");
        Files.writeString(folder.resolve("misspelled.bel"), misspelled);
        assertThat(verify("misspelled.bel", "--lang", "de")).isOne();
        assertThat(said()).contains("\ufffdrsion").doesNotContain("\u0085");
    }

    @Test
    @DisplayName("tells of votes that count more than once")
    void weights() throws IOException {
        assertThat(verify("finished.bel", "--weights", "--proofs", "proofs.json", "--lang", "de"))
                .isZero();
        assertThat(said()).doesNotContain("ACHTUNG");
        var texts = new Texts(Locale.GERMAN);
        assertThat(texts.text("weighted", 1, 3, 9))
                .isEqualTo("ACHTUNG: 1 von 3 Schlüsseln zählen nicht einfach wie die anderen. Alle zusammen wiegen 9.");
    }

    @Test
    @DisplayName("helps, but never instead of checking")
    void help() {
        assertThat(verify("--help")).isZero();
        assertThat(verify("--help", "--lang", "de")).isZero();
        assertThat(said()).contains("--weights");
        assertThat(verify("changed.bel", "--help")).isEqualTo(2);
        assertThat(verify("--help", "--head", HEAD)).isEqualTo(2);
    }

    @Test
    @DisplayName("says which step found what, and ends with 1")
    void unsound() {
        assertThat(verify("changed.bel", "--lang", "de")).isOne();
        assertThat(said()).contains("✗ ").contains("Nicht erfüllt").contains("ZURÜCKGEWIESEN");
    }

    @Test
    @DisplayName("a vote that is not counted yet must be asked for as such")
    void unfinished() {
        assertThat(verify("earlier.bel", "--lang", "de")).isOne();
        assertThat(said()).contains("--unfinished");
        assertThat(verify("earlier.bel", "--lang", "de", "--unfinished")).isZero();
        assertThat(said()).contains("Noch nicht so weit.").contains("ein Ergebnis gibt es noch nicht");
    }

    @Test
    @DisplayName("compares with saved copies, noted hashes and the strong proofs")
    void compared() {
        assertThat(verify("finished.bel", "--earlier", "earlier.bel", "--head", HEAD, "--proofs", "proofs.json"))
                .isZero();
        assertThat(verify("finished.bel", "--head", "0".repeat(64), "--lang", "de"))
                .isOne();
        assertThat(said()).contains("Damals wurde eine andere Datei gezeigt");
        assertThat(verify("earlier.bel", "--unfinished", "--earlier", "finished.bel"))
                .isOne();
        assertThat(verify("finished.bel", "--proofs", "earlier.bel")).isOne();
    }

    @Test
    @DisplayName("reports to programs")
    void json() {
        assertThat(verify("finished.bel", "--proofs", "proofs.json", "--json", "--lang", "en"))
                .isZero();
        assertThat(said())
                .startsWith("{\"valid\":true,\"verdict\":\"SOUND\",\"finished\":true,\"uuid\":\"RatssaaLVerifier\"")
                .contains("\"result\":[[1,0,0]]")
                .contains("{\"number\":15,\"step\":\"RESULT\"")
                .contains("\"outcome\":\"NOT_CHECKED\"");
        out.reset();
        assertThat(verify("changed.bel", "--json")).isOne();
        assertThat(said())
                .startsWith("{\"valid\":false,\"verdict\":\"UNSOUND\"")
                .contains("\"outcome\":\"FAILS\",\"reason\":\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "missing.bel",
                "--unknown",
                "finished.bel --head",
                "finished.bel --head x",
                "finished.bel other.bel",
                "finished.bel --lang fr",
                "finished.bel --earlier missing.bel",
                "--json"
            })
    @DisplayName("what cannot be checked ends with 2")
    void unchecked(String arguments) {
        assertThat(verify(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(error.toString(StandardCharsets.UTF_8)).isNotBlank();
    }

    @Test
    @DisplayName("there is a sentence for every step and reason in both languages, with the same places")
    void sentences() throws IOException {
        var german = properties("de");
        var english = properties("en");
        assertThat(english.keySet()).isEqualTo(german.keySet());
        var steps = Arrays.stream(Step.values()).map(it -> "step." + it).toList();
        var reasons = Arrays.stream(Reason.values()).map(it -> "reason." + it).toList();
        var keys = new ArrayList<>(steps);
        keys.addAll(reasons);
        assertThat(german.keySet()).containsAll(keys);
        assertThat(german.keySet().stream()
                        .map(Object::toString)
                        .filter(it -> it.startsWith("step.") || it.startsWith("reason.")))
                .containsExactlyInAnyOrderElementsOf(keys);
        for (var key : german.stringPropertyNames()) {
            for (var place = 0; place < 4; place++) {
                assertThat(english.getProperty(key).contains("{" + place + "}"))
                        .as(key)
                        .isEqualTo(german.getProperty(key).contains("{" + place + "}"));
            }
            assertThat(german.getProperty(key) + english.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
        assertThat(new Texts(Locale.FRENCH).text("verdict.sound")).startsWith("RESULT");
    }

    private static Properties properties(String language) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/de/ratssaal/verifier/texts_%s.properties".formatted(language)))) {
            properties.load(reader);
        }
        return properties;
    }
}
