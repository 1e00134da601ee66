package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.ratssaal.paper.ProposalDifference.PointDifference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two proposals are compared point by point")
class ProposalDifferenceTest {

    private static final String FOUNTAIN = "Der Brunnen auf dem Markt wird saniert.";
    private static final String BENCHES = "Die Bänke an der Allee werden erneuert.";
    private static final String TREES = "Zwölf Linden werden gepflanzt.";

    @Test
    @DisplayName("a point that only changed its place is moved, not removed and new")
    void moved() {
        var points = compare(List.of(FOUNTAIN, BENCHES, TREES), List.of(TREES, FOUNTAIN, BENCHES));

        assertThat(points).extracting(PointDifference::moved).containsExactly(true, false, false);
        assertThat(points).allSatisfy(it -> assertThat(it.saysTheSame()).isTrue());
    }

    @Test
    @DisplayName("a point that was moved and changed is recognized by most of its words")
    void movedAndChanged() {
        var points = compare(
                List.of(FOUNTAIN, BENCHES, TREES), List.of("Sechzehn Linden werden gepflanzt.", FOUNTAIN, BENCHES));

        assertThat(points.getFirst().before()).extracting(ResolutionPoint::text).isEqualTo(TREES);
        assertThat(points.getFirst().moved()).isTrue();
        assertThat(points.getFirst().text().isEmpty()).isFalse();
    }

    @Test
    @DisplayName("an inserted point is new, and those behind it only have other numbers")
    void inserted() {
        var points = compare(List.of(FOUNTAIN, BENCHES), List.of(FOUNTAIN, TREES, BENCHES));

        assertThat(points.get(1).before()).isNull();
        assertThat(points.get(2).isSame()).isTrue();
        assertThat(points.get(2).before()).extracting(ResolutionPoint::label).isEqualTo("02");
        assertThat(points.get(2).after()).extracting(ResolutionPoint::label).isEqualTo("03");
    }

    @Test
    @DisplayName("a removed point stands where it stood")
    void removed() {
        var points = compare(List.of(FOUNTAIN, BENCHES, TREES), List.of(FOUNTAIN, TREES));

        assertThat(points.get(1).after()).isNull();
        assertThat(points.get(1).before()).extracting(ResolutionPoint::text).isEqualTo(BENCHES);
    }

    @Test
    @DisplayName("another office or date is a change, even if every word is the same")
    void duties() {
        var point = new ResolutionPoint("", FOUNTAIN, List.of(), "Bauamt", DueDate.by(LocalDate.of(2027, 3, 31)), null);
        var other = new ResolutionPoint("", FOUNTAIN, List.of(), "Bauamt", DueDate.by(LocalDate.of(2027, 6, 30)), null);

        var difference = ProposalDifference.between(
                new ResolutionProposal("", List.of(point)), new ResolutionProposal("", List.of(other)));

        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.points().getFirst().text().isEmpty()).isTrue();
        assertThat(difference.points().getFirst().dutiesAreSame()).isFalse();
    }

    @Test
    @DisplayName("parts of a point are compared as points are")
    void parts() {
        var point = ResolutionPoint.read("Gebaut werden:\n(1) Brunnen\n(2) Bänke");
        var other = ResolutionPoint.read("Gebaut werden:\n(1) Bäume\n(2) Brunnen\n(3) Bänke");

        var parts = ProposalDifference.point(point, other).parts();

        assertThat(parts)
                .extracting(ProposalDifference.PartDifference::before, ProposalDifference.PartDifference::after)
                .containsExactly(tuple("", "(1)"), tuple("(1)", "(2)"), tuple("(2)", "(3)"));
    }

    @Property(tries = 300)
    @Label("each point of both proposals is named once, those of the later one in its order")
    void everyPointOnce(@ForAll("proposals") List<String> before, @ForAll("proposals") List<String> after) {
        var points = compare(before, after);

        assertThat(points.stream()
                        .filter(it -> it.after() != null)
                        .map(it -> it.after().text()))
                .containsExactlyElementsOf(after);
        assertThat(points.stream()
                        .filter(it -> it.before() != null)
                        .map(it -> it.before().text()))
                .containsExactlyInAnyOrderElementsOf(before);
    }

    @Provide
    Arbitrary<List<String>> proposals() {
        return Arbitraries.of("Brunnen sanieren", "Brunnen bauen", "Bäume", "Bänke streichen", "Bänke", "Wege")
                .list()
                .ofMaxSize(8);
    }

    @Test
    @DisplayName("tens of thousands of points are compared within bounds")
    void manyPoints() {
        var before = new ArrayList<String>();
        var after = new ArrayList<String>();
        IntStream.range(0, 20_000).forEach(it -> {
            before.add("a" + it);
            after.add("b" + it);
        });

        assertThat(compare(before, after)).hasSize(20_000);
    }

    private static List<PointDifference> compare(List<String> before, List<String> after) {
        return ProposalDifference.between(proposal(before), proposal(after)).points();
    }

    private static ResolutionProposal proposal(List<String> points) {
        return new ResolutionProposal(
                "", points.stream().map(it -> ResolutionPoint.of("", it)).toList());
    }
}
