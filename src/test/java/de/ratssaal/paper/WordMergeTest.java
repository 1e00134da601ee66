package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What two people made of the same text")
class WordMergeTest {

    private static final String BASE = "Der Brunnen am Markt wird bis zum Herbst saniert.";

    @Test
    @DisplayName("is put together where their words do not touch")
    void apart() {
        assertThat(WordMerge.merge(
                        BASE,
                        "Der alte Brunnen am Markt wird bis zum Herbst saniert.",
                        "Der Brunnen am Markt wird bis zum Frühjahr saniert."))
                .contains("Der alte Brunnen am Markt wird bis zum Frühjahr saniert.");
    }

    @Test
    @DisplayName("is put together whoever comes first")
    void eitherWay() {
        var one = "Der Brunnen am Rathaus wird bis zum Herbst saniert.";
        var other = BASE + " Das Geld liegt bereit.";
        assertThat(WordMerge.merge(BASE, one, other))
                .isEqualTo(WordMerge.merge(BASE, other, one))
                .contains("Der Brunnen am Rathaus wird bis zum Herbst saniert. Das Geld liegt bereit.");
    }

    @Test
    @DisplayName("waits for a decision where both changed the same word, or words beside each other")
    void touching() {
        assertThat(WordMerge.merge(BASE, BASE.replace("Herbst", "Sommer"), BASE.replace("Herbst", "Winter")))
                .isEmpty();
        assertThat(WordMerge.merge("eins", "eins zwei", "eins drei")).isEmpty();
        assertThat(WordMerge.merge("", "zwei", "drei")).isEmpty();
    }

    @Test
    @DisplayName("is the same once if both wrote the same")
    void theSame() {
        var both = BASE.replace("Herbst", "Sommer");
        assertThat(WordMerge.merge(BASE, both, both)).contains(both);
        assertThat(WordMerge.merge(BASE, both, both.replace("Markt", "Rathaus")))
                .contains("Der Brunnen am Rathaus wird bis zum Sommer saniert.");
    }

    @Test
    @DisplayName("is put together in long texts, too, and rewritten ones wait for a decision")
    void longTexts() {
        var base = IntStream.range(0, 20_000).mapToObj(it -> "Wort" + it).collect(Collectors.joining(" "));
        assertThat(WordMerge.merge(base, base.replace("Wort7 ", "Satz7 "), base.replace("Wort19990 ", "Satz ")))
                .hasValueSatisfying(it -> assertThat(it).contains("Satz7 ", "Satz Wort19991"));
        assertThat(WordMerge.merge(base, base.replace("Wort", "Satz"), base.replace("Wort500 ", "Wort ")))
                .isEmpty();
    }
}
