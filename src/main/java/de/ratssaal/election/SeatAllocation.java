package de.ratssaal.election;

import de.ratssaal.rules.SeatMethod;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seats shared out among lists or groups in proportion to their votes or their strength. Exact: nothing is rounded but where
 * the method says so.
 *
 * @param seats what each is sure of, in the order in which they were named
 * @param tie whose claims to the last seats are equal; none if all seats are given
 */
public record SeatAllocation(List<Integer> seats, @Nullable Tie tie) {

    /**
     * Equal claims to the last seats, which only a lot can decide; never the order in which they were named.
     *
     * @param claimants places in the order in which they were named, counted from 0
     * @param seats how many seats are left for them, each gets one at most
     */
    public record Tie(List<Integer> claimants, int seats) {

        public Tie {
            claimants = List.copyOf(claimants);
            if (seats < 1 || seats >= claimants.size()) {
                throw new IllegalArgumentException("%d seats for %d claimants".formatted(seats, claimants.size()));
            }
        }
    }

    /** A claim to one more seat; greater ones come first. */
    private record Claim(int claimant, BigInteger above, BigInteger below) implements Comparable<Claim> {

        @Override
        public int compareTo(Claim other) {
            return above.multiply(other.below).compareTo(other.above.multiply(below));
        }
    }

    public SeatAllocation {
        seats = List.copyOf(seats);
    }

    /**
     * @param seats how many there are to give, at least 1
     * @param votes of each list, or members of each group; somebody must have one
     */
    public static SeatAllocation of(SeatMethod method, int seats, List<Long> votes) {
        if (seats < 1 || votes.stream().anyMatch(it -> it < 0) || votes.stream().allMatch(it -> it == 0)) {
            throw new IllegalArgumentException("%d seats for %s".formatted(seats, votes));
        }
        return switch (method) {
            case HARE_NIEMEYER -> byLargestRemainders(seats, votes);
            case SAINTE_LAGUE -> byHighestQuotients(seats, votes, 2);
            case D_HONDT -> byHighestQuotients(seats, votes, 1);
        };
    }

    /** Votes times seats through all votes: the whole number first, then one seat each for the largest remainders. */
    private static SeatAllocation byLargestRemainders(int seats, List<Long> votes) {
        var all = BigInteger.valueOf(votes.stream().mapToLong(Long::longValue).sum());
        var given = new ArrayList<Integer>();
        var claims = new ArrayList<Claim>();
        for (var number = 0; number < votes.size(); number++) {
            var share = BigInteger.valueOf(votes.get(number))
                    .multiply(BigInteger.valueOf(seats))
                    .divideAndRemainder(all);
            given.add(share[0].intValueExact());
            claims.add(new Claim(number, share[1], all));
        }
        return give(given, claims, seats - sum(given));
    }

    /** Votes through 1, 1 + step, 1 + 2 · step and so on: the highest quotients get the seats. */
    private static SeatAllocation byHighestQuotients(int seats, List<Long> votes, int step) {
        var claims = new ArrayList<Claim>();
        for (var number = 0; number < votes.size(); number++) {
            for (var seat = 0; seat < seats && votes.get(number) > 0; seat++) {
                claims.add(new Claim(
                        number, BigInteger.valueOf(votes.get(number)), BigInteger.valueOf(1L + (long) step * seat)));
            }
        }
        return give(new ArrayList<>(Collections.nCopies(votes.size(), 0)), claims, seats);
    }

    private static SeatAllocation give(List<Integer> given, List<Claim> claims, int left) {
        if (left == 0) {
            return new SeatAllocation(given, null);
        }
        var sorted = claims.stream().sorted(Comparator.reverseOrder()).toList();
        var last = sorted.get(left - 1);
        var before = sorted.stream().filter(it -> it.compareTo(last) > 0).toList();
        var equal = sorted.stream().filter(it -> it.compareTo(last) == 0).toList();
        before.forEach(it -> given.set(it.claimant(), given.get(it.claimant()) + 1));
        var open = left - before.size();
        if (open == equal.size()) {
            equal.forEach(it -> given.set(it.claimant(), given.get(it.claimant()) + 1));
            return new SeatAllocation(given, null);
        }
        return new SeatAllocation(
                given, new Tie(equal.stream().map(Claim::claimant).sorted().toList(), open));
    }

    /** The same after a lot among those whose claims are equal. */
    public SeatAllocation decidedByLot(List<Integer> drawn) {
        var open = tie;
        if (open == null || drawn.size() != open.seats() || !open.claimants().containsAll(drawn)) {
            throw new IllegalArgumentException("no lot among them was needed: " + drawn);
        }
        return new SeatAllocation(
                IntStream.range(0, seats.size())
                        .mapToObj(it -> seats.get(it) + (drawn.contains(it) ? 1 : 0))
                        .toList(),
                null);
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
