package de.ratssaal.amendment;

import static de.ratssaal.amendment.TestOperations.change;
import static de.ratssaal.amendment.TestOperations.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.paper.DueDate;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Amendments are merged into the text")
class MergeTest {

    private static final String FOUNTAIN = "Der Brunnen auf dem Markt wird bis 2028 saniert.";
    private static final String BENCHES = "Die Bänke an der Allee werden für 10.000 Euro erneuert.";
    private static final String TREES = "Zwölf Linden werden gepflanzt, wie in BP 02 bestimmt.";
    private static final ResolutionProposal PARK = proposal(FOUNTAIN, BENCHES, TREES);

    @Property(tries = 1_000)
    @Label("what is derived from an edited copy leads to that copy, whatever was edited")
    void derivedAndApplied(
            @ForAll("proposals") ResolutionProposal original, @ForAll("proposals") ResolutionProposal wanted) {
        var operations = Operations.between(original, wanted);

        assertThat(Merge.apply(original, operations)).isEqualTo(wanted);
        assertThat(operations.isEmpty()).isEqualTo(original.equals(wanted));
        assertThat(Operations.parse(Operations.serialise(operations))).isEqualTo(operations);
    }

    @Property(tries = 500)
    @Label(
            "numbers have no gap, and without a conflict the order of two amendments to different points does not matter")
    void numbersHaveNoGap(
            @ForAll("proposals") ResolutionProposal original,
            @ForAll("proposals") ResolutionProposal one,
            @ForAll("proposals") ResolutionProposal other) {
        var first = change(original, one);
        var second = change(original, other);

        var merge = Merge.of(original, List.of(first, second), Map.of());

        assertThat(merge.result().points())
                .extracting(ResolutionPoint::label)
                .containsExactlyElementsOf(labels(merge.result().points().size()));
        assertThat(Merge.of(original, List.of(second, first), Map.of()).conflicts())
                .extracting(Conflict::place)
                .containsExactlyInAnyOrderElementsOf(
                        merge.conflicts().stream().map(Conflict::place).toList());
        assertThat(Merge.of(
                                original,
                                List.of(first, new Merge.Change(AmendmentId.next(), first.operations())),
                                Map.of())
                        .result())
                .isEqualTo(one);
        var chosen = new HashMap<Place, AmendmentId>();
        merge.conflicts().forEach(it -> chosen.put(it.place(), first.amendment()));
        assertThat(Merge.of(original, List.of(first, second), chosen).conflicts())
                .isEmpty();
    }

    private static List<String> labels(int count) {
        return count == 1
                ? List.of("")
                : IntStream.rangeClosed(1, count).mapToObj("%02d"::formatted).toList();
    }

    @Provide
    Arbitrary<ResolutionProposal> proposals() {
        return TestOperations.proposals();
    }

    @Test
    @DisplayName("two that change different words of a point both hold")
    void differentWords() {
        var year = change(PARK, proposal(FOUNTAIN.replace("2028", "2030"), BENCHES, TREES));
        var place = change(PARK, proposal(FOUNTAIN.replace("Markt", "Domplatz"), BENCHES, TREES));

        var merge = Merge.of(PARK, List.of(year, place), Map.of());

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.result().points().getFirst().text())
                .isEqualTo("Der Brunnen auf dem Domplatz wird bis 2030 saniert.");
    }

    @Test
    @DisplayName("two that change the same words are a conflict, and nothing is guessed")
    void sameWords() {
        var later = change(PARK, proposal(FOUNTAIN.replace("2028", "2030"), BENCHES, TREES));
        var sooner = change(PARK, proposal(FOUNTAIN.replace("2028", "2027"), BENCHES, TREES));

        var merge = Merge.of(PARK, List.of(later, sooner), Map.of());

        assertThat(merge.conflicts())
                .containsExactly(
                        new Conflict(Place.of(Place.Kind.TEXT, 1), Set.of(later.amendment(), sooner.amendment())));
        assertThat(merge.result()).isEqualTo(PARK);

        var chosen = Merge.of(PARK, List.of(later, sooner), Map.of(Place.of(Place.Kind.TEXT, 1), sooner.amendment()));

        assertThat(chosen.conflicts()).isEmpty();
        assertThat(chosen.result().points().getFirst().text()).contains("2027");
    }

    @Test
    @DisplayName("one that deletes a point contradicts one that changes it")
    void deletedAndChanged() {
        var delete = change(PARK, proposal(FOUNTAIN, TREES));
        var cheaper = change(PARK, proposal(FOUNTAIN, BENCHES.replace("10.000", "5.000"), TREES));

        var merge = Merge.of(PARK, List.of(delete, cheaper), Map.of());

        assertThat(merge.conflicts()).extracting(Conflict::place).containsExactly(Place.of(Place.Kind.POINT, 2));

        var kept = Merge.of(PARK, List.of(delete, cheaper), Map.of(Place.of(Place.Kind.POINT, 2), cheaper.amendment()));
        assertThat(kept.result().points().get(1).text()).contains("5.000");
    }

    @Test
    @DisplayName("who chooses at one place has not chosen at another")
    void placesAreChosenOneByOne() {
        var one = change(PARK, due(FOUNTAIN.replace("2028", "2030"), 3));
        var other = change(PARK, due(FOUNTAIN.replace("2028", "2027"), 6));

        var merge = Merge.of(PARK, List.of(one, other), Map.of(Place.of(Place.Kind.TEXT, 1), one.amendment()));

        assertThat(merge.conflicts()).extracting(Conflict::place).containsExactly(Place.of(Place.Kind.DUE, 1));
        assertThat(merge.result().points().getFirst().text()).contains("2030");
    }

    @Test
    @DisplayName("a choice is void whose winner gives way elsewhere, whichever was made first")
    void voidChoice() {
        var park = proposal("Eins.", "Zwei.", "Drei.", "Vier.");
        var behindTwo = new Merge.Change(AmendmentId.next(), List.of(new Operation.MovePoint(4, 2)));
        var behindOne = new Merge.Change(AmendmentId.next(), List.of(new Operation.MovePoint(4, 1)));
        var twoMoves = new Merge.Change(AmendmentId.next(), List.of(new Operation.MovePoint(2, 3)));
        var changes = List.of(behindTwo, behindOne, twoMoves);
        var choices = List.of(
                Map.entry(Place.of(Place.Kind.POSITION, 4), behindTwo.amendment()),
                Map.entry(Place.of(Place.Kind.POSITION, 2), twoMoves.amendment()));

        for (var order : List.of(choices, choices.reversed())) {
            var chosen = new LinkedHashMap<Place, AmendmentId>();
            order.forEach(it -> chosen.put(it.getKey(), it.getValue()));

            var merge = Merge.of(park, changes, chosen);

            assertThat(merge.conflicts()).isEmpty();
            assertThat(merge.result().points())
                    .extracting(ResolutionPoint::text)
                    .containsExactly("Eins.", "Vier.", "Drei.", "Zwei.");
        }
    }

    private static ResolutionProposal due(String first, int month) {
        return new ResolutionProposal(
                "",
                List.of(
                        new ResolutionPoint("", first, List.of(), null, DueDate.by(LocalDate.of(2027, month, 1)), null),
                        ResolutionPoint.of("", BENCHES),
                        ResolutionPoint.of("", TREES)));
    }

    @Test
    @DisplayName("the same change in two amendments is made once")
    void sameChange() {
        var one = change(PARK, proposal(FOUNTAIN, BENCHES, TREES, "Der Rasen wird gemäht."));
        var other = change(PARK, proposal(FOUNTAIN.replace("2028", "2030"), BENCHES, TREES, "Der Rasen wird gemäht."));

        var merge = Merge.of(PARK, List.of(one, other), Map.of());

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.result().points()).hasSize(4);
    }

    @Test
    @DisplayName("what two insert behind the same point stands in the order of the amendments")
    void insertions() {
        var wall = change(PARK, proposal(FOUNTAIN, "Eine Mauer wird gebaut.", BENCHES, TREES));
        var lamp = change(PARK, proposal(FOUNTAIN, "Lampen leuchten nachts.", BENCHES, TREES));

        assertThat(Merge.of(PARK, List.of(wall, lamp), Map.of()).result().points())
                .extracting(ResolutionPoint::text)
                .containsExactly(FOUNTAIN, "Eine Mauer wird gebaut.", "Lampen leuchten nachts.", BENCHES, TREES);
    }

    @Test
    @DisplayName("references to points that get other numbers are proposed anew, and only taken where somebody agrees")
    void references() {
        var changes = List.of(change(PARK, proposal("Eine Mauer wird gebaut.", FOUNTAIN, BENCHES, TREES)));
        var merge = Merge.of(PARK, changes, Map.of());
        var references = new AdaptedReferences(PARK, changes, merge);

        assertThat(references.proposed()).containsOnlyKeys(4);
        assertThat(references.proposed().get(4).text()).endsWith("wie in BP 03 bestimmt.");
        assertThat(references.with(Set.of())).isEqualTo(merge.result());
        assertThat(references.with(Set.of(4)).points().getLast().text()).contains("BP 03");
    }

    @Test
    @DisplayName("an amendment follows its points to the paper's next version, or has to be looked at")
    void carriedOver() {
        var operations = Operations.between(PARK, proposal(FOUNTAIN, BENCHES.replace("10.000", "5.000"), TREES));

        assertThat(CarriedOver.of(PARK, proposal("Eine Mauer wird gebaut.", FOUNTAIN, BENCHES, TREES), operations))
                .isInstanceOfSatisfying(
                        CarriedOver.Fits.class,
                        it -> assertThat(it.operations())
                                .containsExactly(new Operation.ReplaceText(3, BENCHES.replace("10.000", "5.000"))));
        assertThat(CarriedOver.of(PARK, proposal(FOUNTAIN, BENCHES + " Sofort.", TREES), operations))
                .isInstanceOf(CarriedOver.ToCheck.class);
        assertThat(CarriedOver.of(PARK, proposal(FOUNTAIN, TREES), operations)).isInstanceOf(CarriedOver.ToCheck.class);
    }
}
