package de.ratssaal.amendment;

import de.ratssaal.amendment.Operation.InsertPoint;
import de.ratssaal.amendment.Operation.OnPoint;
import de.ratssaal.amendment.Operation.ReplaceAll;
import de.ratssaal.amendment.Operation.ReplaceIntro;
import de.ratssaal.paper.ResolutionProposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order in which amendments should be voted on: those to the whole first, then point after point; those that compete
 * for a point by how far they go, those that go equally far as they were handed in.
 */
final class Ranking {

    /** An amendment to the whole competes with every other. */
    private static final int WHOLE = -1;

    private final ResolutionProposal original;
    private final List<Merge.Change> changes;
    private final Map<AmendmentId, Set<Integer>> touched = new LinkedHashMap<>();

    /** @param changes in the order in which they were handed in */
    Ranking(ResolutionProposal original, List<Merge.Change> changes) {
        this.original = original;
        this.changes = List.copyOf(changes);
        changes.forEach(it -> touched.put(it.amendment(), touched(it.operations())));
    }

    /** An amendment in its place. */
    record Ranked(AmendmentId amendment, Reach reach, List<AmendmentId> competitors) {}

    List<Ranked> ranked() {
        var ranked = new ArrayList<Ranked>();
        for (var change : changes) {
            var competitors = competitors(change.amendment());
            ranked.add(new Ranked(change.amendment(), reach(change, competitors), competitors));
        }
        // stable: those that go equally far keep the order in which they came
        ranked.sort(Comparator.comparing((Ranked it) -> it.reach().step() != Reach.Step.WHOLE)
                .thenComparingInt(it -> first(it.amendment()))
                .thenComparing(Ranked::reach));
        return ranked;
    }

    private int first(AmendmentId amendment) {
        return together(amendment).stream()
                .flatMap(it -> touched(it).stream())
                .mapToInt(it -> it)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private Set<Integer> touched(AmendmentId amendment) {
        var points = touched.getOrDefault(amendment, Set.of());
        if (!points.isEmpty()) {
            return points;
        }
        return new TreeSet<>(changes.stream()
                .filter(it -> it.amendment().equals(amendment))
                .flatMap(it -> it.operations().stream())
                .filter(InsertPoint.class::isInstance)
                .map(it -> ((InsertPoint) it).after())
                .toList());
    }

    /** The amendment, those that change the same points, and those that change the same as they do. */
    private Set<AmendmentId> together(AmendmentId amendment) {
        var found = new HashSet<AmendmentId>();
        var open = new ArrayList<>(List.of(amendment));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (found.add(next)) {
                open.addAll(competitors(next).stream()
                        .filter(it -> shareAPoint(next, it))
                        .toList());
            }
        }
        return found;
    }

    private List<AmendmentId> competitors(AmendmentId amendment) {
        return touched.keySet().stream()
                .filter(it -> !it.equals(amendment) && compete(amendment, it))
                .toList();
    }

    private boolean compete(AmendmentId one, AmendmentId other) {
        var points = touched.getOrDefault(one, Set.of());
        var others = touched.getOrDefault(other, Set.of());
        return points.contains(WHOLE) || others.contains(WHOLE) || shareAPoint(one, other);
    }

    private boolean shareAPoint(AmendmentId one, AmendmentId other) {
        var others = touched.getOrDefault(other, Set.of());
        return touched.getOrDefault(one, Set.of()).stream().anyMatch(others::contains);
    }

    /** Where it competes, only what it does there counts. */
    private Reach reach(Merge.Change change, List<AmendmentId> competitors) {
        var contested = new HashSet<Integer>();
        competitors.forEach(it -> contested.addAll(touched.getOrDefault(it, Set.of())));
        var there = change.operations().stream()
                .filter(it -> touched(List.of(it)).stream().anyMatch(contested::contains))
                .toList();
        return Reach.of(original, there.isEmpty() ? change.operations() : there);
    }

    private static Set<Integer> touched(List<Operation> operations) {
        var points = new TreeSet<Integer>();
        for (var operation : operations) {
            switch (operation) {
                case ReplaceAll it -> points.add(WHOLE);
                case ReplaceIntro it -> points.add(0);
                case OnPoint it -> points.add(it.point());
                case InsertPoint it -> {} // room is for everybody
            }
        }
        return points;
    }
}
