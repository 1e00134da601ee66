package de.ratssaal.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingPointsTest {

    @Test
    void pointsAndTheirPartsKeepTheirNumbers() {
        assertThat(MinutesWriting.points(
                        "Der Rat beschließt:\n\n01\nEin Konzept.\n(1) mit Zielen\n(2) mit Kosten\n\n02\nBericht."))
                .containsExactly(
                        new SheetPart.Point("", "Der Rat beschließt:", 0),
                        new SheetPart.Point("01", "Ein Konzept.", 0),
                        new SheetPart.Point("(1)", "mit Zielen", 1),
                        new SheetPart.Point("(2)", "mit Kosten", 1),
                        new SheetPart.Point("02", "Bericht.", 0));
    }

    @Test
    void aPlainTextHasNoNumbers() {
        assertThat(MinutesWriting.points("Die Satzung wird beschlossen.\nSie gilt ab 2027."))
                .containsExactly(
                        new SheetPart.Point("", "Die Satzung wird beschlossen.", 0),
                        new SheetPart.Point("", "Sie gilt ab 2027.", 0));
    }

    @Test
    void aNumberAloneIsNoLabel() {
        assertThat(MinutesWriting.points("42")).containsExactly(new SheetPart.Point("", "42", 0));
    }

    @Test
    void aPointThatBeginsWithItsPartsKeepsItsNumber() {
        assertThat(MinutesWriting.points("01\n(1) Ziele\n(2) Kosten"))
                .containsExactly(
                        new SheetPart.Point("01", "", 0),
                        new SheetPart.Point("(1)", "Ziele", 1),
                        new SheetPart.Point("(2)", "Kosten", 1));
    }
}
