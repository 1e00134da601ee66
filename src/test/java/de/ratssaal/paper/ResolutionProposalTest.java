package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A proposal in points")
class ResolutionProposalTest {

    private static final ResolutionPoint STRATEGY = new ResolutionPoint(
            "9",
            "  Die Verwaltung legt ein Konzept vor.\r\n\r\nEs hat zwei Teile: ",
            List.of(new SubPoint("x", "Bestand"), new SubPoint("", "Ziele")),
            " Oberbürgermeisterin ",
            new DueDate(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31)),
            new ReportDuty("Hauptausschuss", LocalDate.of(2026, 10, 1), true));

    private static final ResolutionProposal PROPOSAL = new ResolutionProposal(
            "Der Stadtrat beschließt:", List.of(STRATEGY, ResolutionPoint.of("", "Die Mittel stehen bereit.")));

    @Test
    void isNumberedByPlaceWhateverWasThereBefore() {
        assertThat(PROPOSAL.wording()).isEqualTo("""
                Der Stadtrat beschließt:

                01
                Die Verwaltung legt ein Konzept vor.
                Es hat zwei Teile:
                (1) Bestand
                (2) Ziele

                02
                Die Mittel stehen bereit.""");
    }

    @Test
    void aSinglePointHasNoNumber() {
        assertThat(new ResolutionProposal("", List.of(STRATEGY)).points())
                .singleElement()
                .satisfies(it -> assertThat(it.label()).isEmpty());
    }

    @Test
    @DisplayName("has a canonical text, and its fingerprint never changes for the same proposal")
    void fingerprint() {
        assertThat(PROPOSAL.canonicalText()).isEqualTo(PROPOSAL.wording() + """


                01
                responsible: Oberbürgermeisterin
                due: 2027-01-01 2027-03-31
                report: Hauptausschuss, from 2026-10-01, repeated

                02""");
        assertThat(PROPOSAL.fingerprint())
                .isEqualTo("b7d7a1cda431e1ed829ce4ce5458027aeb44118b0cefdf5521dbd932e92ca718");
    }

    @Test
    void isTheSameAfterItWasStored() {
        assertThat(ResolutionProposal.parse(PROPOSAL.serialise())).isEqualTo(PROPOSAL);
        assertThat(ResolutionProposal.parse(ResolutionProposal.EMPTY.serialise())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void isNotReadFromSomethingElse() {
        for (var other : List.of("", "null", "{}", "[]", "{\"points\": 3}", "01 Text")) {
            assertThatIllegalArgumentException().isThrownBy(() -> ResolutionProposal.parse(other));
        }
    }

    @Test
    void aPointIsReadAgainFromItsWording() {
        var point = new ResolutionPoint(
                "",
                "Der Oberbürgermeister wird beauftragt, bis 31.03.2027\nvorzulegen:",
                List.of(new SubPoint("(1)", "Eins\nin zwei Absätzen"), new SubPoint("(2)", "Zwei (3) Drei")),
                "Oberbürgermeister",
                DueDate.by(LocalDate.of(2027, 3, 31)),
                null);

        assertThat(ResolutionPoint.read(point.wording())).isEqualTo(point);
    }
}
