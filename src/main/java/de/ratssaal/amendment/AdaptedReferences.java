package de.ratssaal.amendment;

import de.ratssaal.paper.References;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.SubPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What refers to points by their old numbers once others were inserted or deleted. A text that stood there before means the
 * old numbers; an inserted point means those that its amendment alone would have led to.
 */
final class AdaptedReferences {

    private final Merge merge;
    private final ResolutionProposal original;
    private final Map<AmendmentId, List<Operation>> operations = new HashMap<>();

    AdaptedReferences(ResolutionProposal original, List<Merge.Change> changes, Merge merge) {
        this.original = original;
        this.merge = merge;
        changes.forEach(it -> operations.put(it.amendment(), it.operations()));
    }

    /** Points of the result, by their numbers, in which a reference would have to be adapted, as they then would read. */
    Map<Integer, ResolutionPoint> proposed() {
        var proposed = new HashMap<Integer, ResolutionPoint>();
        for (var place = 0; place < merge.origins().size(); place++) {
            var point = merge.result().points().get(place);
            var adapted = adapted(point, numbers(merge.origins().get(place)));
            if (!adapted.wording().equals(point.wording())) {
                proposed.put(place + 1, adapted);
            }
        }
        return proposed;
    }

    /** The result with what was proposed for some of its points. */
    ResolutionProposal with(Set<Integer> accepted) {
        var proposed = proposed();
        var points = new ArrayList<ResolutionPoint>();
        for (var point : merge.result().points()) {
            var number = points.size() + 1;
            points.add(accepted.contains(number) ? proposed.getOrDefault(number, point) : point);
        }
        return new ResolutionProposal(merge.result().intro(), points);
    }

    private Map<Integer, Integer> numbers(Merge.Origin origin) {
        var by = origin.insertedBy();
        if (by == null) {
            return merge.numbers();
        }
        var own = Merge.alone(original, operations.getOrDefault(by, List.of()));
        var numbers = new HashMap<Integer, Integer>();
        own.numbers().forEach((before, there) -> {
            var now = merge.numbers().get(before);
            if (now != null) {
                numbers.put(there, now);
            }
        });
        return numbers;
    }

    private static ResolutionPoint adapted(ResolutionPoint point, Map<Integer, Integer> numbers) {
        return new ResolutionPoint(
                point.label(),
                References.renumbered(point.text(), numbers),
                point.subPoints().stream()
                        .map(it -> new SubPoint(it.label(), References.renumbered(it.text(), numbers)))
                        .toList(),
                point.responsible(),
                point.due(),
                point.report());
    }
}
