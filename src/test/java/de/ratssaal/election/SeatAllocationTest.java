package de.ratssaal.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.rules.SeatMethod;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("R10: Seats are shared out in proportion")
class SeatAllocationTest {

    private static List<Integer> seats(SeatMethod method, int seats, long... votes) {
        var allocation = SeatAllocation.of(method, seats, of(votes));
        assertThat(allocation.tie()).isNull();
        return allocation.seats();
    }

    private static List<Long> of(long... votes) {
        return Arrays.stream(votes).boxed().toList();
    }

    @Nested
    @DisplayName("as in real elections:")
    class Published {

        @Test
        @DisplayName("Bundestag 2005 by Hare/Niemeyer: 598 seats before surplus mandates")
        void bundestag2005() {
            // Bundeswahlleiter, endgültiges Ergebnis vom 7. Oktober 2005: 614 seats, of them 9 surplus mandates of the
            // SPD and 7
            // of the CDU; SPD 222, CDU 180, CSU 46, FDP 61, Die Linke 54, Grüne 51
            assertThat(seats(
                            SeatMethod.HARE_NIEMEYER,
                            598,
                            16_194_665,
                            13_136_740,
                            3_494_309,
                            4_648_144,
                            4_118_194,
                            3_838_326))
                    .containsExactly(222 - 9, 180 - 7, 46, 61, 54, 51);
        }

        @Test
        @DisplayName("Landtag of Thüringen 2019 by Hare/Niemeyer: 90 seats, and 88 before the CDU's surplus mandate")
        void thueringen2019() {
            // Landeswahlleiter, Landtagswahl am 27. Oktober 2019: Die Linke 29, AfD 22, CDU 21, SPD 8, Grüne 5, FDP 5
            assertThat(seats(SeatMethod.HARE_NIEMEYER, 90, 343_736, 259_382, 241_103, 90_984, 57_474, 55_493))
                    .containsExactly(29, 22, 21, 8, 5, 5);
            assertThat(seats(SeatMethod.HARE_NIEMEYER, 88, 343_736, 259_382, 241_103, 90_984, 57_474, 55_493))
                    .containsExactly(29, 22, 20, 7, 5, 5);
        }

        @Test
        @DisplayName("European Parliament 2014, Germany, by Sainte-Laguë/Schepers: 96 seats without a threshold")
        void european2014() {
            // Bundeswahlleiter, Europawahl 2014, endgültiges Ergebnis: CDU, SPD, Grüne, Die Linke, AfD, CSU, FDP, Freie
            // Wähler,
            // Piraten, Tierschutzpartei, NPD, Familie, ÖDP, Die PARTEI
            assertThat(seats(
                            SeatMethod.SAINTE_LAGUE,
                            96,
                            8_812_653,
                            8_003_628,
                            3_139_274,
                            2_168_455,
                            2_070_014,
                            1_567_448,
                            986_841,
                            428_800,
                            425_044,
                            366_598,
                            301_139,
                            202_803,
                            185_244,
                            184_709))
                    .containsExactly(29, 27, 11, 7, 7, 5, 3, 1, 1, 1, 1, 1, 1, 1);
        }

        @Test
        @DisplayName("Bundestag 1976 by d'Hondt: 496 seats without those of Berlin")
        void bundestag1976() {
            // bundeswahlleiterin.de/bundestagswahlen/1976.html: second votes of SPD, CDU, CSU, F.D.P.; seats with
            // Berlin's
            // 224, 201, 53 and 40, of them from Berlin 10, 11, 0 and 1
            assertThat(seats(SeatMethod.D_HONDT, 496, 16_099_019, 14_367_302, 4_027_499, 2_995_085))
                    .containsExactly(224 - 10, 201 - 11, 53, 40 - 1);
        }
    }

    @Test
    @DisplayName("and the methods differ for the small and the large")
    void methodsDiffer() {
        var votes = new long[] {60, 28, 12};
        assertThat(seats(SeatMethod.D_HONDT, 6, votes)).containsExactly(4, 2, 0);
        assertThat(seats(SeatMethod.SAINTE_LAGUE, 6, votes)).containsExactly(3, 2, 1);
        assertThat(seats(SeatMethod.HARE_NIEMEYER, 6, votes)).containsExactly(3, 2, 1);
    }

    @Nested
    @DisplayName("Equal claims to the last seat")
    class Ties {

        @Test
        @DisplayName("are named for a lot and never decided by order")
        void needALot() {
            for (var method : SeatMethod.values()) {
                var allocation = SeatAllocation.of(method, 3, of(10, 10));
                assertThat(allocation.seats()).as("%s", method).containsExactly(1, 1);
                assertThat(allocation.tie()).isEqualTo(new SeatAllocation.Tie(List.of(0, 1), 1));
            }
        }

        @Test
        @DisplayName("of several groups may be claims to several seats, one for each of them")
        void severalSeats() {
            var allocation = SeatAllocation.of(SeatMethod.HARE_NIEMEYER, 4, of(5, 5, 5, 1));

            assertThat(allocation.seats()).containsExactly(1, 1, 1, 0);
            assertThat(SeatAllocation.of(SeatMethod.HARE_NIEMEYER, 5, of(7, 7, 7))
                            .tie())
                    .isEqualTo(new SeatAllocation.Tie(List.of(0, 1, 2), 2));
        }

        @Test
        @DisplayName("are given to who is drawn, and to nobody else")
        void afterTheLot() {
            var allocation = SeatAllocation.of(SeatMethod.D_HONDT, 5, of(7, 7, 7));

            assertThat(allocation.decidedByLot(List.of(2, 0)).seats()).containsExactly(2, 1, 2);
            assertThatIllegalArgumentException().isThrownBy(() -> allocation.decidedByLot(List.of(1)));
            assertThatIllegalArgumentException().isThrownBy(() -> allocation.decidedByLot(List.of(1, 3)));
        }

        @Test
        @DisplayName("do not matter where the seats suffice for all of them")
        void enoughSeats() {
            assertThat(seats(SeatMethod.SAINTE_LAGUE, 4, 10, 10)).containsExactly(2, 2);
        }
    }

    @Test
    @DisplayName("Where nobody has a vote nothing is shared out")
    void noVotes() {
        assertThatIllegalArgumentException().isThrownBy(() -> SeatAllocation.of(SeatMethod.HARE_NIEMEYER, 3, of(0, 0)));
    }
}
