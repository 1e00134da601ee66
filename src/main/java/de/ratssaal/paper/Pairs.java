package de.ratssaal.paper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which text of one list is which of another: first those that are alike, then those that say nearly the same, then those
 * that stand in the same place between the same neighbours.
 */
final class Pairs {

    /** Share of common words, in thousandths, from which two texts are versions of one. */
    private static final int ALIKE = 500;

    /** More comparisons than these are not made; then the place alone decides. */
    private static final int MOST = 250_000;

    private static final int NONE = -1;

    private final List<String> before;
    private final List<String> after;
    private final int[] partner;
    private final int[] partnerAfter;

    private Pairs(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        partner = new int[before.size()];
        partnerAfter = new int[after.size()];
        Arrays.fill(partner, NONE);
        Arrays.fill(partnerAfter, NONE);
    }

    /**
     * One text in both lists.
     *
     * @param before place in the first list, counted from 0; below 0 if it is not there
     * @param after place in the second list, counted from 0; below 0 if it is not there
     * @param moved whether it changed its place among the others
     */
    record Pair(int before, int after, boolean moved) {

        boolean isAdded() {
            return before < 0;
        }

        boolean isRemoved() {
            return after < 0;
        }
    }

    /** In the order of the second list; what was removed stands behind what it stood behind before. */
    static List<Pair> of(List<String> before, List<String> after) {
        var pairs = new Pairs(before, after);
        pairs.pairEqual();
        pairs.pairSimilar();
        pairs.pairInPlace();
        return pairs.inOrder();
    }

    private void pair(int one, int other) {
        partner[one] = other;
        partnerAfter[other] = one;
    }

    private void pairEqual() {
        for (var place = 0; place < Math.min(before.size(), after.size()); place++) {
            if (before.get(place).equals(after.get(place))) {
                pair(place, place);
            }
        }
        var places = new HashMap<String, ArrayDeque<Integer>>();
        for (var place = 0; place < after.size(); place++) {
            if (partnerAfter[place] == NONE) {
                places.computeIfAbsent(after.get(place), it -> new ArrayDeque<>())
                        .add(place);
            }
        }
        for (var place = 0; place < before.size(); place++) {
            var equal = places.get(before.get(place));
            if (partner[place] == NONE && equal != null && !equal.isEmpty()) {
                pair(place, equal.remove());
            }
        }
    }

    private void pairSimilar() {
        var open = open(partner);
        var openAfter = open(partnerAfter);
        if ((long) open.size() * openAfter.size() > MOST) {
            return;
        }
        var vocabularies = after.stream().map(it -> Set.<String>of()).collect(Collectors.toCollection(ArrayList::new));
        openAfter.forEach(it -> vocabularies.set(it, Words.vocabulary(after.get(it))));
        var alike = new ArrayList<Similar>();
        for (var one : open) {
            var words = Words.vocabulary(before.get(one));
            for (var other : openAfter) {
                var likeness = likeness(words, vocabularies.get(other));
                if (likeness >= ALIKE) {
                    alike.add(new Similar(one, other, likeness));
                }
            }
        }
        alike.sort(Comparator.comparingInt(Similar::likeness)
                .reversed()
                .thenComparingInt(it -> Math.abs(it.one() - it.other()))
                .thenComparingInt(Similar::one));
        for (var it : alike) {
            if (partner[it.one()] == NONE && partnerAfter[it.other()] == NONE) {
                pair(it.one(), it.other());
            }
        }
    }

    private record Similar(int one, int other, int likeness) {}

    private static List<Integer> open(int[] partners) {
        var open = new ArrayList<Integer>();
        for (var place = 0; place < partners.length; place++) {
            if (partners[place] == NONE) {
                open.add(place);
            }
        }
        return open;
    }

    private static int likeness(Set<String> words, Set<String> others) {
        if (words.isEmpty() || others.isEmpty()) {
            return 0;
        }
        var smaller = words.size() < others.size() ? words : others;
        var larger = smaller == words ? others : words;
        return (int) (2000L * smaller.stream().filter(larger::contains).count() / (words.size() + others.size()));
    }

    /** What is new where something is gone took its place. */
    private void pairInPlace() {
        var at = 0;
        for (var place = 0; place < before.size(); place++) {
            if (partner[place] != NONE) {
                at = partner[place] + 1;
            } else if (at < after.size() && partnerAfter[at] == NONE) {
                pair(place, at);
                at++;
            }
        }
    }

    private List<Pair> inOrder() {
        var stays = inGrowingOrder();
        var ordered = new ArrayList<Pair>();
        addRemoved(ordered, 0);
        for (var place = 0; place < after.size(); place++) {
            var from = partnerAfter[place];
            ordered.add(new Pair(from, place, from != NONE && !stays[from]));
            if (from != NONE) {
                addRemoved(ordered, from + 1);
            }
        }
        return ordered;
    }

    private void addRemoved(List<Pair> ordered, int from) {
        for (var place = from; place < before.size() && partner[place] == NONE; place++) {
            ordered.add(new Pair(place, NONE, false));
        }
    }

    /** The most texts that kept their order; the others were moved. */
    private boolean[] inGrowingOrder() {
        var last = new ArrayList<Integer>();
        var previous = new int[before.size()];
        for (var place = 0; place < before.size(); place++) {
            if (partner[place] == NONE) {
                continue;
            }
            var low = 0;
            var high = last.size();
            while (low < high) {
                var half = (low + high) / 2;
                if (partner[last.get(half)] < partner[place]) {
                    low = half + 1;
                } else {
                    high = half;
                }
            }
            previous[place] = low == 0 ? NONE : last.get(low - 1);
            if (low == last.size()) {
                last.add(place);
            } else {
                last.set(low, place);
            }
        }
        var stays = new boolean[before.size()];
        for (var place = last.isEmpty() ? NONE : last.getLast(); place != NONE; place = previous[place]) {
            stays[place] = true;
        }
        return stays;
    }
}
