package de.ratssaal.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.base.ui.SeatPlan.Seat;
import de.ratssaal.base.ui.SeatPlan.SeatState;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A seat plan")
class SeatPlanTest {

    @Test
    @DisplayName("says the state of each seat with one letter, a great one for who takes part from elsewhere")
    void oneLetterForEachSeat() {
        var plan = new SeatPlan("Rat", List.of(seat("a", SeatState.YES, false), seat("b", SeatState.VOTED, true)));

        assertThat(plan.getElement().getProperty("states")).isEqualTo("yV");
        assertThat(plan.getElement().getProperty("self")).isEqualTo("b");
    }

    @Test
    @DisplayName("keeps who sits where in one text for all who look, and tells each of them their own seat")
    void seatingIsShared() {
        var first = new SeatPlan("Rat", List.of(seat("a", SeatState.PRESENT, false)));
        var second = new SeatPlan("Rat", List.of(seat("a", SeatState.YES, true)));

        assertThat(first.getElement().getProperty("seating"))
                .isSameAs(second.getElement().getProperty("seating"))
                .contains("\"name\":\"Mitglied a\"", "\"place\":1");
        assertThat(first.getElement().getProperty("self")).isEmpty();
        assertThat(second.getElement().getProperty("self")).isEqualTo("a");
    }

    @Test
    @DisplayName("shows who sits there now")
    void seatingChanges() {
        var plan = new SeatPlan("Rat", List.of(seat("a", SeatState.PRESENT, false)));
        plan.show(List.of(seat("c", SeatState.ABSENT, false)));

        assertThat(plan.getElement().getProperty("seating"))
                .contains("Mitglied c")
                .doesNotContain("Mitglied a");
    }

    private static Seat seat(String key, SeatState state, boolean self) {
        return new Seat(key, 1, "Mitglied " + key, null, "#1a7f37", state, self, self);
    }
}
