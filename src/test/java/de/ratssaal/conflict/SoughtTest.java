package de.ratssaal.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.search.TestGerman;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is near to a member is found in a text")
class SoughtTest {

    @ParameterizedTest(name = "{0} in: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Karla Wendt | Das Grundstück gehört Karla Wendt.",
                "Dr. Karla Wendt | Eigentümerin ist Wendt, Karla.",
                "Karla Wendt | Das Haus Karla Wendts steht leer.",
                "Karla Wendt | Das Angebot von Frau Wendt wird angenommen.",
                "Karla Wendt | Das Angebot der Familie Wendt wird angenommen.",
                "Karla Wendt | Prof. Dr. Karla Maria Wendt leitet den Beirat.",
                "Jörg Müller | Antrag des Herrn Mueller",
                "Karla von der Heide | Frau von der Heide verkauft.",
            })
    @DisplayName("a person, by the whole name in either order or by the family name behind a form of address")
    void person(String words, String text) {
        assertThat(isFound(InterestKind.PERSON, words, text)).isTrue();
    }

    @ParameterizedTest(name = "{0} not in: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Karla Wendt | Karla Schulz aus Lindenau am Wald sowie Peter Wendt stimmen zu.",
                "Karla Wendt | Die Wendtstraße wird saniert.",
                "Jörg Müller | Die Müllerei Jörgensen liefert Mehl.",
                "Uwe Bach | Der Bach tritt über die Ufer.",
            })
    @DisplayName("not somebody else of the same family name, nor a thing that is called so")
    void notSomebodyElse(String words, String text) {
        assertThat(isFound(InterestKind.PERSON, words, text)).isFalse();
    }

    @ParameterizedTest(name = "{0} in: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Gartenbau Wendt GmbH | Den Auftrag erhält die Gartenbau Wendt GmbH & Co. KG.",
                "Gartenbau Wendt GmbH | Rechnung der Firma Gartenbau Wendt",
                "Sportverein Lindenau e.V. | Zuschuss an den Sportverein Lindenau",
                "Stadtwerke Lindenau | Vertrag mit den Stadtwerken Lindenau",
            })
    @DisplayName("a company, whatever legal form is written behind it")
    void company(String words, String text) {
        assertThat(isFound(InterestKind.COMPANY, words, text)).isTrue();
    }

    @ParameterizedTest(name = "{0} in: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Lindenauer Straße | Ausbau der Lindenauer Str. zwischen Markt und Bahnhof",
                "Lindenauer Str. 12 | Abriss des Hauses Lindenauer Straße 12",
                "Hauptstraße | Die Hauptstr. wird gesperrt.",
                "Am Anger | Die Linden Am Anger werden gefällt.",
                "Flur 3, Flurstück 112/4 | Verkauf von Flur 3 Flurstück 112/4 an die Stadt",
            })
    @DisplayName("a street or a parcel, written out or shortened")
    void place(String words, String text) {
        assertThat(isFound(InterestKind.PLACE, words, text)).isTrue();
    }

    @ParameterizedTest(name = "{0} not in: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Lindenauer Straße 12 | Abriss des Hauses Lindenauer Straße 14",
                "Flur 3, Flurstück 112/4 | Verkauf von Flur 3, Flurstück 112/5",
                "Gartenweg | Der Gartenzaun am Weg",
            })
    @DisplayName("not the house next to it")
    void notTheNeighbour(String words, String text) {
        assertThat(isFound(InterestKind.PLACE, words, text)).isFalse();
    }

    @Test
    @DisplayName("at the very words, also behind streets that are written short")
    void atTheWords() {
        var text = "Von der Bergstr. bis zur Talstr. und weiter zur Lindenauer Str. 12 am Markt";
        var place = Sought.of(TestGerman.reader(), InterestKind.PLACE, "Lindenauer Straße 12")
                .in(TestGerman.reader(), text)
                .orElseThrow();
        assertThat(text.substring(place.start(), place.end())).isEqualTo("Lindenauer Str. 12");
    }

    @Test
    @DisplayName("Words that stand everywhere are nothing to look for")
    void nothingToLookFor() {
        assertThat(Sought.of(TestGerman.reader(), InterestKind.PERSON, " . ").isSomething())
                .isFalse();
        assertThat(Sought.of(TestGerman.reader(), InterestKind.COMPANY, "und").isSomething())
                .isFalse();
        assertThat(Sought.of(TestGerman.reader(), InterestKind.COMPANY, "KG Wendt")
                        .isSomething())
                .isTrue();
    }

    private static boolean isFound(InterestKind kind, String words, String text) {
        return Sought.of(TestGerman.reader(), kind, words)
                .in(TestGerman.reader(), text)
                .isPresent();
    }
}
