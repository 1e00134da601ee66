package de.ratssaal.election;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.rules.SeatMethod;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for every way of sharing out seats, whatever the votes. */
class SeatAllocationPropertiesTest {

    private static int given(SeatAllocation allocation) {
        var tie = allocation.tie();
        return allocation.seats().stream().mapToInt(it -> it).sum() + (tie == null ? 0 : tie.seats());
    }

    @Property(tries = 300)
    void allSeatsAreGivenOrGoToALot(
            @ForAll SeatMethod method,
            @ForAll @IntRange(min = 1, max = 99) int seats,
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 0, max = 5_000_000) Long> votes) {
        Assume.that(votes.stream().anyMatch(it -> it > 0));

        assertThat(given(SeatAllocation.of(method, seats, votes))).isEqualTo(seats);
    }

    @Property(tries = 300)
    void byHareNiemeyerNobodyIsFurtherThanOneSeatFromTheirExactShare(
            @ForAll @IntRange(min = 1, max = 99) int seats,
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 0, max = 5_000) Long> votes) {
        var all = votes.stream().mapToLong(it -> it).sum();
        Assume.that(all > 0);

        var allocation = SeatAllocation.of(SeatMethod.HARE_NIEMEYER, seats, votes);

        for (var number = 0; number < votes.size(); number++) {
            var whole = votes.get(number) * seats / all;
            assertThat((long) allocation.seats().get(number)).isBetween(whole, whole + 1);
        }
    }

    @Property(tries = 300)
    void byDivisorsNobodyLosesASeatWhenThereIsOneMore(
            @ForAll @IntRange(min = 1, max = 60) int seats,
            @ForAll @Size(min = 1, max = 7) List<@LongRange(min = 0, max = 5_000) Long> votes) {
        Assume.that(votes.stream().anyMatch(it -> it > 0));
        for (var method : List.of(SeatMethod.SAINTE_LAGUE, SeatMethod.D_HONDT)) {
            var before = SeatAllocation.of(method, seats, votes).seats();
            var after = SeatAllocation.of(method, seats + 1, votes).seats();

            assertThat(IntStream.range(0, votes.size())).allMatch(it -> after.get(it) >= before.get(it));
        }
    }

    @Property(tries = 300)
    void whoWinsVotesLosesNoSeat(
            @ForAll SeatMethod method,
            @ForAll @IntRange(min = 1, max = 60) int seats,
            @ForAll @Size(min = 2, max = 7) List<@LongRange(min = 1, max = 5_000) Long> votes,
            @ForAll @LongRange(min = 1, max = 500) long more) {
        var grown = new ArrayList<>(votes);
        grown.set(0, votes.getFirst() + more);

        assertThat(SeatAllocation.of(method, seats, grown).seats().getFirst())
                .isGreaterThanOrEqualTo(
                        SeatAllocation.of(method, seats, votes).seats().getFirst());
    }

    @Property(tries = 300)
    void whoHasMoreVotesHasNoFewerSeats(
            @ForAll SeatMethod method,
            @ForAll @IntRange(min = 1, max = 60) int seats,
            @ForAll @Size(min = 2, max = 7) List<@LongRange(min = 1, max = 5_000) Long> votes) {
        var given = SeatAllocation.of(method, seats, votes).seats();

        assertThat(votes.getFirst() < votes.getLast()
                        || given.getFirst() >= given.getLast()
                        || votes.getFirst().equals(votes.getLast()))
                .isTrue();
    }

    /** The same by one divisor and rounding: between two bounds every divisor gives each list its seats. */
    @Property(tries = 300)
    void sainteLagueIsDividingByOneDivisorAndRoundingAtOneHalf(
            @ForAll @IntRange(min = 1, max = 60) int seats,
            @ForAll @Size(min = 1, max = 7) List<@LongRange(min = 1, max = 5_000) Long> votes) {
        var allocation = SeatAllocation.of(SeatMethod.SAINTE_LAGUE, seats, votes);
        Assume.that(allocation.tie() == null);
        // twice the votes through an odd number: the divisor at which a seat is won or lost
        var wonBelow = IntStream.range(0, votes.size())
                .filter(it -> allocation.seats().get(it) > 0)
                .mapToObj(it ->
                        new Ratio(2 * votes.get(it), 2L * allocation.seats().get(it) - 1))
                .min(Ratio::compareTo)
                .orElseThrow();
        var lostAbove = IntStream.range(0, votes.size())
                .mapToObj(it ->
                        new Ratio(2 * votes.get(it), 2L * allocation.seats().get(it) + 1))
                .max(Ratio::compareTo)
                .orElseThrow();

        assertThat(lostAbove).isLessThan(wonBelow);
    }

    private record Ratio(long above, long below) implements Comparable<Ratio> {

        @Override
        public int compareTo(Ratio other) {
            return BigInteger.valueOf(above)
                    .multiply(BigInteger.valueOf(other.below))
                    .compareTo(BigInteger.valueOf(other.above).multiply(BigInteger.valueOf(below)));
        }
    }
}
