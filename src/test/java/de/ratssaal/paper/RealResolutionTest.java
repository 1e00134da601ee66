package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A real decision of a city's council, as its information system prints it, is read whole")
class RealResolutionTest {

    private static final Path TEXT = Path.of("..", "shared", "data", "seed", "resolution-2020.txt");

    private static String printed;
    private static ResolutionText read;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(TEXT), () -> "skipped: " + TEXT + " is not there");
        printed = Files.readString(TEXT);
        read = ResolutionText.read(printed);
    }

    @Test
    void outcomeAndVote() {
        assertThat(read.outcome()).isEqualTo(StatedOutcome.ADOPTED_WITH_CHANGES);
        assertThat(read.vote()).isEqualTo(new StatedVote(33, 0, 5, 0));
    }

    @Test
    void eightPointsOfWhichTheThirdHasSevenParts() {
        assertThat(read.points())
                .extracting(ResolutionPoint::label)
                .containsExactly("01", "02", "03", "04", "05", "06", "07", "08");
        assertThat(read.points()).extracting(it -> it.subPoints().size()).containsExactly(0, 0, 7, 0, 0, 0, 0, 0);
        assertThat(read.points().get(2).subPoints())
                .extracting(SubPoint::label)
                .containsExactly("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)");
        assertThat(read.points().get(2).subPoints().get(2).text()).isEqualTo("Schwachstellenanalyse der Ist-Situation");
    }

    @Test
    void whoIsResponsibleAlsoWhereTheWordIsMisspelt() {
        assertThat(read.points())
                .extracting(ResolutionPoint::responsible)
                .containsExactly(
                        "Oberbürgermeister",
                        "Oberbürgermeister",
                        null,
                        "Oberbürgermeister",
                        "Oberbürgermeister",
                        null,
                        "Oberbürgermeister",
                        "Oberbürgermeister");
    }

    @Test
    void dueDates() {
        assertThat(read.points())
                .extracting(ResolutionPoint::due)
                .containsExactly(
                        DueDate.by(LocalDate.of(2021, 6, 30)),
                        null,
                        null,
                        null,
                        null,
                        new DueDate(LocalDate.of(2020, 10, 1), LocalDate.of(2020, 12, 31)),
                        DueDate.by(LocalDate.of(2020, 12, 31)),
                        null);
    }

    @Test
    void theReportThatTheMainCommitteeIsOwed() {
        assertThat(read.points().get(5).report())
                .isEqualTo(new ReportDuty("Hauptausschuss", LocalDate.of(2020, 10, 1), true));
        assertThat(read.points()).filteredOn(it -> it.report() != null).hasSize(1);
    }

    @Test
    void whichPointsReferToWhich() {
        assertThat(read.points().get(1).references()).containsExactly(1);
        assertThat(read.points().get(5).references()).containsExactly(3, 4, 5);
    }

    @Test
    void nothingIsLeftToRemarkOnAndNoCharacterIsLost() {
        assertThat(read.remarks()).isEmpty();
        assertThat(read.intro()).isEmpty();
        assertThat(read.after()).isEmpty();
        assertThat(read.whole().replaceAll("\\s+", "")).isEqualTo(printed.replaceAll("[\\s\\u00A0]+", ""));
    }

    @Test
    void asAProposalItHasTheSameWording() {
        var proposal = read.proposal();

        assertThat(proposal.points()).isEqualTo(read.points());
        assertThat(ResolutionProposal.parse(proposal.serialise())).isEqualTo(proposal);
        assertThat(ResolutionText.read(proposal.wording()).points()).isEqualTo(read.points());
    }
}
