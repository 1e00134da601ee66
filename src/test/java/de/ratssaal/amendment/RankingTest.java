package de.ratssaal.amendment;

import static de.ratssaal.amendment.TestOperations.change;
import static de.ratssaal.amendment.TestOperations.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.ratssaal.paper.DueDate;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of competing amendments the one that goes furthest is voted on first")
class RankingTest {

    private static final String BENCHES = "Die Bänke an der Allee werden für 10.000 Euro in grüner Farbe erneuert.";
    private static final String TREES = "Zwölf Linden werden am Ufer gepflanzt.";
    private static final ResolutionProposal PARK = proposal(BENCHES, TREES);

    private final Merge.Change another = change(PARK, proposal("Ein Parkhaus entsteht.", "Es kostet nichts."));
    private final Merge.Change without = change(PARK, proposal(TREES));
    private final Merge.Change muchCheaper = change(PARK, proposal(BENCHES.replace("10.000", "2.000"), TREES));
    private final Merge.Change cheaper = change(PARK, proposal(BENCHES.replace("10.000", "9.000"), TREES));
    private final Merge.Change blueAndSoon =
            change(PARK, proposal(BENCHES.replace("in grüner Farbe", "noch heute ganz in Blau"), TREES));
    private final Merge.Change blue = change(PARK, proposal(BENCHES.replace("grüner", "blauer"), TREES));
    private final Merge.Change more = change(PARK, proposal(BENCHES, TREES, "Eine Lampe wird aufgestellt."));

    @Test
    @DisplayName("the whole before a point's end, that before amounts, those before words, additions last")
    void furthestFirst() {
        assertThat(order(more, blue, blueAndSoon, cheaper, muchCheaper, without, another))
                .containsExactly(
                        another.amendment(),
                        without.amendment(),
                        muchCheaper.amendment(),
                        cheaper.amendment(),
                        blueAndSoon.amendment(),
                        blue.amendment(),
                        more.amendment());
    }

    @Test
    @DisplayName("those that go equally far as they were handed in")
    void equallyFar() {
        var red = change(PARK, proposal(BENCHES.replace("grüner", "roter"), TREES));

        assertThat(order(red, blue)).containsExactly(red.amendment(), blue.amendment());
        assertThat(order(blue, red)).containsExactly(blue.amendment(), red.amendment());
    }

    @Test
    @DisplayName("those to an earlier point before those to a later one, however far they go")
    void pointAfterPoint() {
        var noTrees = change(PARK, proposal(BENCHES));

        assertThat(order(noTrees, blue)).containsExactly(blue.amendment(), noTrees.amendment());
    }

    @Test
    @DisplayName("a date that moves further goes further")
    void dates() {
        var park = due(LocalDate.of(2027, 6, 30));
        var soon = change(park, due(LocalDate.of(2027, 6, 1)));
        var late = change(park, due(LocalDate.of(2029, 6, 30)));

        assertThat(new Ranking(park, List.of(soon, late)).ranked())
                .extracting(Ranking.Ranked::amendment, Ranking.Ranked::reach)
                .containsExactly(
                        tuple(late.amendment(), new Reach(Reach.Step.DATE, 731)),
                        tuple(soon.amendment(), new Reach(Reach.Step.DATE, 29)));
    }

    @Test
    @DisplayName("only what is contested counts between competitors")
    void contested() {
        var blueWithoutTrees = change(PARK, proposal(BENCHES.replace("grüner", "blauer")));

        var ranked = new Ranking(PARK, List.of(blueWithoutTrees, cheaper)).ranked();

        assertThat(ranked.getFirst().amendment()).isEqualTo(cheaper.amendment());
        assertThat(ranked.getFirst().competitors()).containsExactly(blueWithoutTrees.amendment());
    }

    @ParameterizedTest(name = "{0} → {1}: {2} ‰")
    @CsvSource(
            delimiter = '|',
            value = {
                "10.000 Euro | 9.000 Euro | 100",
                "10.000,50 € | 10.000,50 € | 0",
                "2 Mio. Euro | 1 Million Euro | 500",
                "1 Milliarde Euro | 1.000 Millionen Euro | 0",
                "50 Prozent | 75 % | 500",
                "10.000 Euro | nichts | 1000",
                "nichts | 5 Euro | 0",
                "0 Euro | 5 Euro | 1000"
            })
    void amounts(String before, String after, int change) {
        assertThat(Amounts.change(before, after)).isEqualTo(change);
    }

    private static ResolutionProposal due(LocalDate until) {
        return new ResolutionProposal(
                "", List.of(new ResolutionPoint("", TREES, List.of(), null, DueDate.by(until), null)));
    }

    private static List<AmendmentId> order(Merge.Change... changes) {
        return new Ranking(PARK, List.of(changes))
                .ranked().stream().map(Ranking.Ranked::amendment).toList();
    }
}
