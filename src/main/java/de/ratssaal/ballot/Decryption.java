package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Puts what the tellers contributed together. */
public final class Decryption {

    private final ElectionParameters election;
    private final Trustees trustees;
    private final Group group;

    public Decryption(ElectionParameters election, Trustees trustees) {
        this.election = election;
        this.trustees = trustees;
        this.group = election.group();
    }

    /**
     * Decrypts the sum with the contributions of enough tellers; of those that are more than enough, the first ones count.
     *
     * @param contributions by number of the teller, from 1
     * @param most the largest number that can come out
     * @return empty if the contributions do not lead to numbers of that size: one of them is wrong
     * @throws IllegalArgumentException if they are not enough
     */
    public Optional<ElectionResult> result(
            Tally tally, SortedMap<Integer, PartialDecryption> contributions, BigInteger most) {
        var logarithms = new Logarithms(most);
        var counts = new ArrayList<List<Long>>();
        for (var question = 0; question < tally.sums().size(); question++) {
            var places = new ArrayList<Long>();
            for (var place = 0; place < tally.sums().get(question).size(); place++) {
                var factor = group.one();
                for (var set : shares(contributions)) {
                    factor = group.multiply(factor, joint(set, set.needed(), question, place));
                }
                var number = logarithms.of(
                        group.divide(tally.sums().get(question).get(place).beta(), factor));
                if (number < 0) {
                    return Optional.empty();
                }
                places.add(number);
            }
            counts.add(places);
        }
        return Optional.of(new ElectionResult(counts));
    }

    /**
     * Checks that contributions beyond those needed fit the others: the tellers decrypt to the same whoever of them takes part. Whose is
     * wrong cannot be told from that, only from the strong proofs.
     */
    public Check checkSurplus(SortedMap<Integer, PartialDecryption> contributions) {
        for (var set : shares(contributions)) {
            for (var surplus : set.surplus()) {
                var others =
                        new ArrayList<>(set.needed().subList(1, set.needed().size()));
                others.add(surplus);
                for (var question = 0; question < election.questions().size(); question++) {
                    for (var place = 0;
                            place < election.questions().get(question).slots();
                            place++) {
                        if (!joint(set, set.needed(), question, place).equals(joint(set, others, question, place))) {
                            return Check.invalid(Step.DECRYPTION, Reason.DECRYPTION_SURPLUS);
                        }
                    }
                }
            }
        }
        return Check.valid();
    }

    /**
     * The contributions of one set of tellers.
     *
     * @param first number of its first teller among all
     * @param there numbers within the set, from 1, of those who contributed
     */
    private record Shares(int first, int threshold, List<Integer> there, Map<Integer, PartialDecryption> all) {

        List<Integer> needed() {
            return there.subList(0, threshold);
        }

        List<Integer> surplus() {
            return there.subList(threshold, there.size());
        }

        GroupElement factor(int index, int question, int place) {
            var contribution = all.get(first + index - 1);
            if (contribution == null) {
                throw new IllegalStateException("teller %d contributed nothing".formatted(first + index - 1));
            }
            return contribution.factors().get(question).get(place);
        }
    }

    private List<Shares> shares(SortedMap<Integer, PartialDecryption> contributions) {
        var shares = new ArrayList<Shares>();
        var first = 1;
        for (var set : trustees.sets()) {
            var begin = first;
            var there = IntStream.rangeClosed(1, set.keys().size())
                    .filter(it -> contributions.containsKey(begin + it - 1))
                    .boxed()
                    .toList();
            if (there.size() < set.threshold()) {
                throw new IllegalArgumentException("%d of %d contributions".formatted(there.size(), set.threshold()));
            }
            shares.add(new Shares(first, set.threshold(), there, contributions));
            first += set.keys().size();
        }
        return shares;
    }

    /** Lagrange's interpolation at zero, in the exponent. */
    private GroupElement joint(Shares shares, List<Integer> indexes, int question, int place) {
        if (shares.threshold() == 1) {
            return shares.factor(indexes.getFirst(), question, place);
        }
        var joint = group.one();
        for (var own : indexes) {
            var weight = weight(own, indexes, group.order());
            joint = group.multiply(joint, group.power(shares.factor(own, question, place), weight));
        }
        return joint;
    }

    /** How much the share of one counts when these decrypt together. */
    static BigInteger weight(int own, List<Integer> indexes, BigInteger order) {
        var weight = BigInteger.ONE;
        for (var other : indexes) {
            if (other != own) {
                weight = weight.multiply(BigInteger.valueOf(other))
                        .multiply(BigInteger.valueOf((long) other - own).modInverse(order))
                        .mod(order);
            }
        }
        return weight;
    }

    /** Finds exponents up to a bound by small and large steps. */
    private final class Logarithms {

        private final long most;
        private final long step;
        private final Map<GroupElement, Long> small = new HashMap<>();
        private final GroupElement large;

        Logarithms(BigInteger most) {
            this.most = most.longValueExact();
            this.step = most.sqrt().longValueExact() + 1;
            var power = group.one();
            for (var it = 0L; it < step; it++) {
                small.put(power, it);
                power = group.multiply(power, group.generator());
            }
            this.large = power;
        }

        /** Negative if there is none. */
        long of(GroupElement element) {
            var rest = element;
            for (var it = 0L; it <= step; it++) {
                var found = small.get(rest);
                if (found != null) {
                    var number = it * step + found;
                    return number <= most ? number : -1;
                }
                rest = group.divide(rest, large);
            }
            return -1;
        }
    }
}
