package de.ratssaal.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A lot to which several members contribute")
class LotTest {

    private static final String LOT = "0d6a1a52-2f0f-4c62-9e0b-7a3f5b1f2f11/1";
    private static final List<String> NAMES = List.of("Ahrens", "Berger", "Ceylan");
    private static final String ONE = "11".repeat(32);
    private static final String TWO = "a2".repeat(32);

    private static Lot.Contribution by(String lot, String member, String secret) {
        return new Lot.Contribution(member, Lot.commitment(lot, member, secret), secret);
    }

    private static List<Lot.Contribution> contributions() {
        return List.of(by(LOT, "m1", ONE), by(LOT, "m2", TWO));
    }

    @Test
    @DisplayName("is drawn as the published program draws it")
    void testVector() {
        // made with the program of docs/handbook/elections.md
        assertThat(Lot.commitment(LOT, "m1", ONE))
                .isEqualTo("e3c6a20464207533cc5ddf37cfb8afd0fded55950e0553505c272f7ab43e1b55");
        assertThat(Lot.draw(LOT, NAMES, 2, contributions())).containsExactly("Ceylan", "Berger");
    }

    @Test
    @DisplayName("does not depend on the order of names or members")
    void orderDoesNotMatter() {
        assertThat(Lot.draw(LOT, NAMES.reversed(), 2, contributions().reversed()))
                .isEqualTo(Lot.draw(LOT, NAMES, 2, contributions()));
    }

    @Test
    @DisplayName("can be drawn again by anybody, and a record that was altered is found out")
    void verification() {
        var drawn = Lot.draw(LOT, NAMES, 1, contributions());
        var others = NAMES.stream().filter(it -> !drawn.contains(it)).toList();

        assertThat(Lot.verify(LOT, NAMES, contributions(), drawn)).isTrue();
        assertThat(Lot.verify(LOT, NAMES, contributions(), List.of(others.getFirst())))
                .isFalse();
        assertThat(Lot.verify(LOT, NAMES, List.of(), drawn)).isFalse();
        var exchanged = new Lot.Contribution("m2", Lot.commitment(LOT, "m2", TWO), "b3".repeat(32));
        assertThat(Lot.verify(LOT, NAMES, List.of(by(LOT, "m1", ONE), exchanged), drawn))
                .isFalse();
    }

    @Test
    @DisplayName("takes no secret but the one its member committed to for this lot")
    void commitmentsBind() {
        var ofAnotherLot = by("another/1", "m1", ONE);
        var ofAnotherMember = new Lot.Contribution("m2", Lot.commitment(LOT, "m1", ONE), ONE);

        for (var foreign : List.of(ofAnotherLot, ofAnotherMember)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Lot.draw(LOT, NAMES, 1, List.of(foreign)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Lot.draw(LOT, NAMES, 1, List.of()));
    }

    @Test
    @DisplayName("draws nobody twice and nobody who is not in it")
    void drawsEachOnce() {
        assertThat(Lot.draw(LOT, NAMES, 3, contributions())).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThatIllegalArgumentException().isThrownBy(() -> Lot.draw(LOT, NAMES, 4, contributions()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lot.draw(LOT, List.of("Ahrens", "Ahrens"), 1, contributions()));
    }

    @Test
    @DisplayName("favours nobody: three thousand lots fall evenly")
    void isEven() {
        var counts = new HashMap<String, Integer>();
        IntStream.range(0, 3_000).forEach(number -> {
            var secret = "%064x".formatted(number);
            var lot = Lot.draw(LOT, NAMES, 1, List.of(by(LOT, "m1", ONE), by(LOT, "m2", secret)));
            counts.merge(lot.getFirst(), 1, Integer::sum);
        });

        // six standard deviations around a third
        assertThat(Collections.min(counts.values())).isGreaterThan(1_000 - 155);
        assertThat(Collections.max(counts.values())).isLessThan(1_000 + 155);
    }
}
