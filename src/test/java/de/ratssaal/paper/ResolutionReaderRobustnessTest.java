package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Whatever the text, reading it ends, and no word is lost")
class ResolutionReaderRobustnessTest {

    private static final Path KARLSRUHE = Path.of("..", "shared", "data", "oparl", "karlsruhe-2025", "texts.ndjson.gz");

    private static final List<String> PIECES = List.of(
            "01",
            "02",
            "3.",
            "1.",
            "1)",
            "(1)",
            "(2)",
            "a)",
            "b)",
            "I.",
            "IV.",
            "- ",
            "• ",
            "BP 01",
            "BP 02:",
            "1.1 ",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "  ",
            "\t",
            "\u00A0",
            "Beschluss",
            "Beschluss:",
            "Beschluss: mit Änderungen beschlossen",
            "vertagt",
            "Begründung:",
            "Abstimmung: Ja: 33, Nein: 0, Enthaltungen: 5",
            "Ja: 99999",
            "12 Ja, 3 Nein",
            "Der Oberbürgemeister wird beauftragt, ",
            "bis zum Ende des 2. Quartals 2021",
            "bis 31.02.2021",
            "im IV. Quartal 2020",
            "Beschlusspunkten 03, 04 und 05",
            "u. a. ",
            "Im Hauptausschuss erfolgt erstmals ein Sachstandsbericht.",
            "Mobili-",
            "tät",
            ".",
            ":",
            ",",
            "des",
            "<b>",
            "&amp;",
            "<",
            "€",
            "𝄞",
            "e\u0301",
            "\u0000",
            "Der Stadtrat beschließt:",
            "Anlage 1",
            "§ 3",
            "2020",
            "Ö",
            "ß");

    @Test
    void piecesOfResolutionsInAnyOrder() {
        var random = new Random(20201118);
        for (var round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (var piece = random.nextInt(40); piece >= 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertNothingIsLost(text.toString());
        }
    }

    @Test
    void anyCharacters() {
        var random = new Random(1);
        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(300), 0, 0x3000).forEach(text::appendCodePoint);
            assertNothingIsLost(text.toString());
        }
    }

    @Test
    void longTextsTakeNoLongTime() {
        for (var piece : List.of(
                "1",
                "a ",
                "1. ",
                "(1) x\n",
                "bis zum ",
                "u. a. ",
                "Ja: ",
                "-",
                "Der ",
                "Ausschuss für Umwelt, ",
                "\n",
                "12 x ",
                "X")) {
            var text = "01\nDer " + piece.repeat(200_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertNothingIsLost(text), piece);
        }
    }

    @Test
    void papersOfAWholeYearOfACity() throws IOException {
        assumeTrue(Files.exists(KARLSRUHE), () -> "skipped: " + KARLSRUHE + " is not there");
        var json = JsonMapper.builder().build();
        var withPoints = 0;
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(KARLSRUHE)), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var text = json.readTree(line).path("text").asString("");
                withPoints += assertNothingIsLost(text).points().size() > 1 ? 1 : 0;
            }
        }
        assertThat(withPoints).isGreaterThan(300);
    }

    private static ResolutionText assertNothingIsLost(String text) {
        var read = ResolutionText.read(text);
        assertThat(visible(read.whole())).isEqualTo(visible(PlainText.of(text)));
        assertThat(ResolutionProposal.parse(read.proposal().serialise())).isEqualTo(read.proposal());
        return read;
    }

    private static String visible(String text) {
        return text.replaceAll("\\s+", "");
    }
}
