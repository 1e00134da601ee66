package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.paper.TextDifference.Kind;
import de.ratssaal.paper.TextDifference.Piece;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two texts are compared word by word")
class TextDifferenceTest {

    @Test
    @DisplayName("a changed word is one change, whatever stands around it")
    void aWord() {
        assertThat(TextDifference.between("Der Brunnen wird saniert.", "Der Brunnen wird erneuert.")
                        .pieces())
                .containsExactly(
                        new Piece(Kind.SAME, "Der Brunnen wird "),
                        new Piece(Kind.REMOVED, "saniert"),
                        new Piece(Kind.ADDED, "erneuert"),
                        new Piece(Kind.SAME, "."));
    }

    @Test
    @DisplayName("neighbouring words that changed are read together")
    void neighbours() {
        assertThat(TextDifference.between("bis Ende März gebaut", "vor Anfang April gebaut")
                        .pieces())
                .containsExactly(
                        new Piece(Kind.REMOVED, "bis Ende März"),
                        new Piece(Kind.ADDED, "vor Anfang April"),
                        new Piece(Kind.SAME, " gebaut"));
    }

    @Test
    @DisplayName("an amount is one word, with its points and commas")
    void amounts() {
        assertThat(TextDifference.between("12.000,50 Euro", "13.000,50 Euro").pieces())
                .containsExactly(
                        new Piece(Kind.REMOVED, "12.000,50"),
                        new Piece(Kind.ADDED, "13.000,50"),
                        new Piece(Kind.SAME, " Euro"));
    }

    @Test
    @DisplayName("an inserted paragraph changes nothing of its neighbours")
    void paragraphs() {
        assertThat(TextDifference.between("Eins.\nDrei.", "Eins.\nZwei.\nDrei.").pieces())
                .containsExactly(
                        new Piece(Kind.SAME, "Eins.\n"),
                        new Piece(Kind.ADDED, "Zwei.\n"),
                        new Piece(Kind.SAME, "Drei."));
    }

    @Test
    @DisplayName("the same text has no difference, and an empty one is all new")
    void edges() {
        assertThat(TextDifference.between("Eins.", "Eins.").isEmpty()).isTrue();
        assertThat(TextDifference.between("", "").pieces()).isEmpty();
        assertThat(TextDifference.between("", "Eins.").pieces()).containsExactly(new Piece(Kind.ADDED, "Eins."));
    }

    @Test
    @DisplayName("the share of changed words says how large a change is")
    void share() {
        assertThat(TextDifference.between("eins zwei drei vier", "eins zwei drei fünf")
                        .changedPerMille())
                .isEqualTo(250);
        assertThat(TextDifference.between("eins", "zwei").changedPerMille()).isEqualTo(1000);
        assertThat(TextDifference.between("eins!", "eins?").changedPerMille()).isZero();
    }

    @Property(tries = 500)
    @Label("nothing of either text is lost or invented")
    void bothTextsStandInTheDifference(@ForAll("texts") String before, @ForAll("texts") String after) {
        var difference = TextDifference.between(before, after);

        assertThat(difference.before()).isEqualTo(before);
        assertThat(difference.after()).isEqualTo(after);
        assertThat(difference.isEmpty()).isEqualTo(before.equals(after));
        assertThat(difference.pieces()).noneMatch(it -> it.text().isEmpty());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "der", "Rat", " ", " ", "\n", ".", ",", "12.000", "3,5", "ö", "é", "𝄞", "(1)", "\n\n", "  ")
                .list()
                .ofMaxSize(40)
                .map(it -> String.join("", it));
    }

    /** 200,000 characters each, a longest paper, in forms that a careless comparison would brood over for minutes. */
    @Test
    @DisplayName("even the longest texts that have nothing in common are compared within bounds")
    void nastyTexts() {
        var random = new Random(1);
        var oneLine = words(random, 40_000, " ");
        var otherLine = words(random, 40_000, " ");
        var manyLines = words(random, 40_000, "\n");
        var repeated = "a b ".repeat(50_000);
        var turned = "b a ".repeat(50_000);
        for (var texts : new String[][] {
            {oneLine, otherLine},
            {oneLine, manyLines},
            {manyLines, words(random, 40_000, "\n")},
            {repeated, turned},
            {"\n".repeat(200_000), "a\n".repeat(100_000)},
            {repeated, ""}
        }) {
            var difference = TextDifference.between(texts[0], texts[1]);
            assertThat(difference.before()).isEqualTo(texts[0]);
            assertThat(difference.after()).isEqualTo(texts[1]);
        }
    }

    @Test
    @DisplayName("a change in each of many paragraphs is still shown word by word")
    void manyChangedParagraphs() {
        var before = lines("wird saniert");
        var after = lines("wird erneuert");

        var difference = TextDifference.between(before, after);

        assertThat(difference.pieces().stream().filter(it -> it.kind() == Kind.ADDED))
                .hasSize(3_000)
                .allSatisfy(it -> assertThat(it.text()).isEqualTo("erneuert"));
    }

    private static String lines(String end) {
        return IntStream.range(0, 3_000)
                .mapToObj(it -> "Der Brunnen Nummer " + it + " " + end + ".")
                .collect(Collectors.joining("\n"));
    }

    private static String words(Random random, int count, String between) {
        return random.ints(count, 1_000, 9_999).mapToObj(Integer::toString).collect(Collectors.joining(between));
    }
}
