package de.ratssaal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("German is read so that")
class GermanTest {

    private static final German GERMAN = new German();

    @ParameterizedTest(name = "\"{0}\" finds \"{1}\"")
    @CsvSource({
        "Satzung, Hundesteuersatzung",
        "Satzungen, Hundesteuersatzung",
        "Hundesteuer, Hundesteuersatzung",
        "Steuer, Hundesteuersatzung",
        "Steuersatzung, Hundesteuersatzung",
        "Gebühr, Straßenreinigungsgebühren",
        "Straßenreinigung, Straßenreinigungsgebühren",
        "Haushalt, Haushaltsplan",
        "Plan, Bebauungspläne",
        "Beschlüsse, Beschluss",
        "Sanierung, saniert",
        "Straße, Strasse",
        "strasse, STRASSE",
        "Gebuehr, Gebühren",
        "Gebuhr, Gebühr",
        "Häuser, Haus",
        "0017/26, 17/26",
        "17/26, 0017/26",
        "Caf\u00e9, Cafe"
    })
    void finds(String asked, String text) {
        assertThat(isFound(asked, text)).isTrue();
    }

    @ParameterizedTest(name = "\"{0}\" does not find \"{1}\"")
    @CsvSource({"Rat, Beratung", "17/26, 117/26", "17, 0017/26", "neue, Nu", "Hundesteuersatzung, Satzung"})
    void doesNotFind(String asked, String text) {
        assertThat(isFound(asked, text)).isFalse();
    }

    @Test
    @DisplayName("words of a phrase keep their distance, also over words without meaning")
    void phrases() {
        assertThat(Asked.read("\"Bau der Schule\"", GERMAN).query(true)).isEqualTo("('bau' <2> 'schul')");
    }

    @Test
    @DisplayName("words may be excluded, and a hyphen within a word excludes nothing")
    void excluded() {
        assertThat(Asked.read("Schule -Turnhalle", GERMAN).query(true)).startsWith("('schul':*) & !('turnhall'");
        assertThat(Asked.read("Kita-Satzung", GERMAN).query(true)).isEqualTo("('kita':* <1> 'satzung':*)");
        assertThat(Asked.read("-Schule", GERMAN).isEmpty()).isTrue();
        assertThat(Asked.read("der und die", GERMAN).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("nobody asks the database something else with signs that mean something there")
    void signs() {
        assertThat(Asked.read("a' | '@a1 & !x:* \\ <-> ()", GERMAN).query(true)).doesNotContain("@", "|", "\\");
        assertThat(GERMAN.vector("", "O'Brien @a1 =x", List.of())).doesNotContain("@", "'=x'");
    }

    @Test
    @DisplayName("hyphens at the end of a line are no letters, and composed letters are one")
    void clean() {
        assertThat(German.clean("Satzungs-\nänderung und Gebu\u0308hr\u0000")).isEqualTo("Satzungsänderung und Gebühr");
    }

    @Test
    @DisplayName("the best place of a text is cut out, with what was asked for marked in all its forms")
    void excerpt() {
        var asked = Asked.read("Satzung Hunde", GERMAN);
        var text = "Anfang ".repeat(100) + "Die neue Hundesteuersatzung gilt für alle Hunde. " + "Ende ".repeat(100);
        var pieces = new Excerpts(GERMAN, asked).best(text);

        assertThat(pieces.stream().filter(Marked::isHit).map(Marked::text))
                .containsExactly("Hundesteuersatzung", "Hunde");
        assertThat(pieces.stream().map(Marked::text).collect(Collectors.joining()))
                .hasSizeLessThan(300)
                .startsWith("… ")
                .endsWith(" …")
                .contains("Die neue Hundesteuersatzung gilt");
    }

    private static boolean isFound(String asked, String text) {
        return GERMAN.tokens(text).stream().anyMatch(Asked.read(asked, GERMAN).marks());
    }
}
