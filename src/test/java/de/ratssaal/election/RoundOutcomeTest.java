package de.ratssaal.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import de.ratssaal.rules.ElectionRule;
import de.ratssaal.rules.RulesOfProcedure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("R10: In an election of persons (ThürKO § 39)")
class RoundOutcomeTest {

    private static final ElectionRule THUERINGEN = RulesOfProcedure.THUERINGEN.election();
    private static final ElectionRule NRW = RulesOfProcedure.NORDRHEIN_WESTFALEN.election();

    private static final CandidateId A = CandidateId.next();
    private static final CandidateId B = CandidateId.next();
    private static final CandidateId C = CandidateId.next();
    private static final CandidateId D = CandidateId.next();
    private static final Map<CandidateId, String> NAMES = Map.of(A, "Ahrens", B, "Berger", C, "Ceylan", D, "Dorn");

    /** Ballots in the urn are all that name somebody, and those that are blank. */
    private static CountSheet counted(int blank, int... votes) {
        return sheet(Arrays.stream(votes).sum() + blank, blank, 0, 0, votes);
    }

    private static CountSheet sheet(int inUrn, int blank, int invalid, int no, int... votes) {
        var of = new LinkedHashMap<CandidateId, Integer>();
        var order = new CandidateId[] {A, B, C, D};
        for (var number = 0; number < votes.length; number++) {
            of.put(order[number], votes[number]);
        }
        return new CountSheet(inUrn, blank, invalid, no, of);
    }

    private static RoundOutcome first(int seats, int present, CountSheet sheet) {
        return RoundOutcome.ofFirst(THUERINGEN, seats, sheet, present, NAMES);
    }

    @Nested
    @DisplayName("for one seat")
    class OneSeat {

        @Test
        @DisplayName("elected is who has more than half of the votes of those present and entitled")
        void majorityOfThosePresent() {
            var elected = first(1, 20, counted(0, 11, 9));

            assertThat(elected.elected()).containsExactly(A);
            assertThat(elected.next()).isEqualTo(RoundOutcome.Next.DONE);
        }

        @Test
        @DisplayName("half is not enough, and blank ballots count as those of persons present")
        void halfIsNotEnough() {
            assertThat(first(1, 20, counted(0, 10, 6, 4)).next()).isEqualTo(RoundOutcome.Next.RUN_OFF);
            assertThat(first(1, 20, counted(5, 10, 5)).elected()).isEmpty();
        }

        @Test
        @DisplayName("by the law of Nordrhein-Westfalen blank and invalid ballots do not count")
        void ofValidVotes() {
            assertThat(RoundOutcome.ofFirst(NRW, 1, counted(5, 8, 7), 20, NAMES).elected())
                    .containsExactly(A);
            assertThat(first(1, 20, counted(5, 8, 7)).elected()).isEmpty();
        }

        @Test
        @DisplayName("otherwise a run-off follows between the two with the most votes")
        void runOff() {
            var outcome = first(1, 20, counted(0, 3, 9, 8));

            assertThat(outcome.next()).isEqualTo(RoundOutcome.Next.RUN_OFF);
            assertThat(outcome.takingPart()).containsExactly(B, C);
            assertThat(outcome.explained())
                    .extracting(Sentence::key)
                    .containsExactly("election.told.needed-present", "election.told.run-off");
        }

        @Test
        @DisplayName("also if only two stood")
        void runOffOfTheSameTwo() {
            assertThat(first(1, 20, counted(4, 8, 8)).takingPart()).containsExactlyInAnyOrder(A, B);
        }

        @Test
        @DisplayName("with equal votes for the second place the lot decides who takes part")
        void lotForTheSecondPlace() {
            var outcome = first(1, 20, counted(0, 8, 6, 6));

            assertThat(outcome.next()).isEqualTo(RoundOutcome.Next.LOT_FOR_RUN_OFF);
            assertThat(outcome.takingPart()).containsExactly(A);
            assertThat(outcome.lot()).isEqualTo(new RoundOutcome.NeededLot(List.of(B, C), 1));
        }

        @Test
        @DisplayName("with three equal ones, four votes each, the lot decides which two take part (Drs. 6/7732)")
        void threeEqual() {
            var outcome = first(1, 12, counted(0, 4, 4, 4));

            assertThat(outcome.takingPart()).isEmpty();
            assertThat(outcome.lot()).isEqualTo(new RoundOutcome.NeededLot(List.of(A, B, C), 2));
        }

        @Test
        @DisplayName("in the run-off more valid votes win, however few")
        void moreValidVotes() {
            assertThat(RoundOutcome.ofRunOff(THUERINGEN, 1, counted(17, 2, 1), NAMES)
                            .elected())
                    .containsExactly(A);
        }

        @Test
        @DisplayName("a tie in the run-off is decided by lot")
        void tieInTheRunOff() {
            var outcome = RoundOutcome.ofRunOff(THUERINGEN, 1, counted(2, 9, 9), NAMES);

            assertThat(outcome.elected()).isEmpty();
            assertThat(outcome.next()).isEqualTo(RoundOutcome.Next.LOT_FOR_SEATS);
            assertThat(outcome.lot()).isEqualTo(new RoundOutcome.NeededLot(List.of(A, B), 1));
        }

        @Test
        @DisplayName("and where the rules know no lot it is held again")
        void noLot() {
            var rule = new ElectionRule(
                    NRW.needed(), true, true, NRW.objection(), null, 2, false, false, NRW.seatMethod(), NRW.source());

            var again = RoundOutcome.ofRunOff(rule, 1, counted(0, 9, 9), NAMES);
            assertThat(again.next()).isEqualTo(RoundOutcome.Next.AGAIN);
            assertThat(again.takingPart()).containsExactly(A, B);
            assertThat(RoundOutcome.ofFirst(rule, 1, counted(0, 8, 6, 6), 20, NAMES)
                            .takingPart())
                    .containsExactly(A, B, C);
        }

        @Test
        @DisplayName(
                "GO NRW § 50 Abs. 2: whoever has one of the two highest numbers of votes takes part, also three of them")
        void twoHighestNumbers() {
            var outcome = RoundOutcome.ofFirst(NRW, 1, counted(0, 8, 6, 6), 20, NAMES);

            assertThat(outcome.next()).isEqualTo(RoundOutcome.Next.RUN_OFF);
            assertThat(outcome.takingPart()).containsExactly(A, B, C);
            assertThat(outcome.lot()).isNull();
        }

        @Test
        @DisplayName("a single candidate needs the majority as well; without it nobody is elected")
        void singleCandidate() {
            assertThat(first(1, 20, sheet(20, 2, 0, 7, 11)).elected()).containsExactly(A);
            var failed = first(1, 20, sheet(20, 2, 0, 8, 10));
            assertThat(failed.elected()).isEmpty();
            assertThat(failed.next()).isEqualTo(RoundOutcome.Next.FAILED);
        }
    }

    @Nested
    @DisplayName("for several seats")
    class SeveralSeats {

        @Test
        @DisplayName("each elected needs the majority; more votes come first")
        void eachNeedsTheMajority() {
            var outcome = first(2, 20, sheet(20, 0, 0, 0, 12, 15, 7));

            assertThat(outcome.elected()).containsExactly(B, A);
            assertThat(outcome.next()).isEqualTo(RoundOutcome.Next.DONE);
        }

        @Test
        @DisplayName("if more have the majority than there are seats, those with the most votes are elected")
        void moreThanSeats() {
            assertThat(first(2, 20, sheet(20, 0, 0, 0, 13, 14, 12)).elected()).containsExactly(B, A);
        }

        @Test
        @DisplayName("and with equal votes at the last seat the lot decides")
        void tieAtTheLastSeat() {
            var outcome = first(2, 20, sheet(20, 0, 0, 0, 13, 14, 13));

            assertThat(outcome.elected()).containsExactly(B);
            assertThat(outcome.next()).isEqualTo(RoundOutcome.Next.LOT_FOR_SEATS);
            assertThat(outcome.lot()).isEqualTo(new RoundOutcome.NeededLot(List.of(A, C), 1));
        }

        @Test
        @DisplayName("the seats that are left go to a run-off of two for each seat")
        void remainingSeats() {
            var outcome = first(2, 20, sheet(20, 0, 0, 0, 14, 9, 8, 7));

            assertThat(outcome.elected()).containsExactly(A);
            assertThat(outcome.openSeats()).isEqualTo(1);
            assertThat(outcome.takingPart()).containsExactly(B, C);
        }

        @Test
        @DisplayName("but nobody is put to a run-off against nobody")
        void noRunOffWithoutChoice() {
            var outcome = first(2, 20, sheet(20, 0, 0, 0, 14, 9));

            assertThat(outcome.elected()).containsExactly(A);
            assertThat(outcome.next()).isEqualTo(RoundOutcome.Next.FAILED);
            assertThat(outcome.openSeats()).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("the sums of a count sheet have to fit:")
    class Sums {

        private void isRefused(String key, CountSheet sheet, int handedOut, int names) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> sheet.requireSumsFit(handedOut, names))
                    .withMessage(key);
        }

        @Test
        @DisplayName("not more ballots in the urn than were handed out")
        void urn() {
            sheet(20, 0, 0, 0, 11, 9).requireSumsFit(20, 1);
            isRefused("election.count.more-than-handed-out", sheet(21, 0, 0, 0, 11, 10), 20, 1);
        }

        @Test
        @DisplayName("votes, blank and invalid ballots are those in the urn")
        void sum() {
            sheet(20, 1, 2, 0, 10, 7).requireSumsFit(20, 1);
            isRefused("election.count.sum", sheet(20, 1, 2, 0, 10, 8), 20, 1);
            isRefused("election.count.sum", sheet(20, 1, 2, 0, 10, 6), 20, 1);
            isRefused("election.count.more-than-in-urn", sheet(2, 1, 2, 0, 0, 0), 20, 1);
        }

        @Test
        @DisplayName("No is an answer to a single candidate only")
        void no() {
            sheet(20, 0, 0, 9, 11).requireSumsFit(20, 1);
            isRefused("election.count.no-with-several", sheet(20, 0, 0, 9, 11, 0), 20, 1);
        }

        @Test
        @DisplayName(
                "with several names nobody has more votes than there are valid ballots, and nobody named more than allowed")
        void severalNames() {
            sheet(20, 1, 1, 0, 18, 18, 0).requireSumsFit(20, 2);
            isRefused("election.count.more-than-valid", sheet(20, 1, 1, 0, 19, 10, 0), 20, 2);
            isRefused("election.count.names", sheet(20, 1, 1, 0, 18, 18, 1), 20, 2);
            isRefused("election.count.names", sheet(20, 1, 1, 0, 10, 7, 0), 20, 2);
        }

        @Test
        @DisplayName("and nothing is counted below zero")
        void belowZero() {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> sheet(20, -1, 0, 0, 21));
        }
    }
}
