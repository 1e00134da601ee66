package de.ratssaal.amendment;

import de.ratssaal.amendment.Operation.ChangeDue;
import de.ratssaal.amendment.Operation.ChangeReport;
import de.ratssaal.amendment.Operation.ChangeResponsible;
import de.ratssaal.amendment.Operation.DeletePart;
import de.ratssaal.amendment.Operation.DeletePoint;
import de.ratssaal.amendment.Operation.InsertPart;
import de.ratssaal.amendment.Operation.InsertPoint;
import de.ratssaal.amendment.Operation.MovePoint;
import de.ratssaal.amendment.Operation.OnPoint;
import de.ratssaal.amendment.Operation.ReplaceAll;
import de.ratssaal.amendment.Operation.ReplaceIntro;
import de.ratssaal.amendment.Operation.ReplacePart;
import de.ratssaal.amendment.Operation.ReplaceText;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.SubPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges amendments into a proposal in the order in which they come. What two of them want to do with the same words, office
 * or date is a conflict: it is left undone until somebody has chosen (ADR 0122).
 *
 * @param result the proposal with everything in it that is not in conflict
 * @param conflicts what has to be chosen first; none if the result is complete
 * @param numbers new number of each point of the original that is still there, by its old number
 * @param origins where each point of the result comes from; empty if the whole was replaced
 */
record Merge(ResolutionProposal result, List<Conflict> conflicts, Map<Integer, Integer> numbers, List<Origin> origins) {

    /**
     * Where a point of the result comes from.
     *
     * @param number of the point in the original; 0 if it was inserted
     * @param insertedBy the amendment that inserted it; none if it was there before
     */
    record Origin(int number, @Nullable AmendmentId insertedBy) {}

    /** What one amendment changes. */
    record Change(AmendmentId amendment, List<Operation> operations) {}

    private static final AmendmentId ALONE = new AmendmentId(new UUID(0, 0));

    private record Step(AmendmentId amendment, Operation operation) {}

    /** What one amendment alone makes of a proposal. */
    static ResolutionProposal apply(ResolutionProposal original, List<Operation> operations) {
        return alone(original, operations).result();
    }

    static Merge alone(ResolutionProposal original, List<Operation> operations) {
        return of(original, List.of(new Change(ALONE, operations)), Map.of());
    }

    /**
     * @param changes in the order in which they are taken
     * @param chosen which amendment prevails at a place, in the order in which it was chosen; where the one that prevails
     *     has itself given way at another place, the choice is void
     */
    static Merge of(ResolutionProposal original, List<Change> changes, Map<Place, AmendmentId> chosen) {
        var steps = new ArrayList<Step>();
        changes.forEach(it -> it.operations().forEach(op -> steps.add(new Step(it.amendment(), op))));
        steps.removeAll(givingWay(original, steps, chosen));
        var conflicts = new LinkedHashMap<Place, Set<AmendmentId>>();
        var inConflict = new LinkedHashSet<Step>();
        for (var one : steps) {
            for (var other : steps) {
                conflict(original, one, other).ifPresent(place -> {
                    conflicts
                            .computeIfAbsent(place, it -> new LinkedHashSet<>())
                            .addAll(List.of(one.amendment(), other.amendment()));
                    inConflict.addAll(List.of(one, other));
                });
            }
        }
        steps.removeAll(inConflict);
        var rewriting = new Rewriting(original, steps);
        var result = rewriting.result();
        return new Merge(
                result,
                conflicts.entrySet().stream()
                        .map(it -> new Conflict(it.getKey(), it.getValue()))
                        .toList(),
                rewriting.numbers,
                rewriting.origins);
    }

    private static Set<Step> givingWay(ResolutionProposal original, List<Step> steps, Map<Place, AmendmentId> chosen) {
        var choices = new LinkedHashMap<>(chosen);
        while (true) {
            var left = new LinkedHashSet<>(steps);
            choices.forEach((place, winner) -> {
                var prevailing = prevailing(original, List.copyOf(left), place, winner);
                left.removeIf(
                        it -> prevailing.stream().anyMatch(other -> givesWay(original, it, other, place, winner)));
            });
            var isVoid = choices.entrySet().stream()
                    .filter(it -> prevailing(original, steps, it.getKey(), it.getValue()).stream()
                            .noneMatch(left::contains))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (isVoid.isEmpty()) {
                var giving = new LinkedHashSet<>(steps);
                giving.removeAll(left);
                return giving;
            }
            choices.remove(isVoid.get());
        }
    }

    /** What of an amendment others would have to give way to at a place. */
    private static List<Step> prevailing(
            ResolutionProposal original, List<Step> steps, Place place, AmendmentId winner) {
        return steps.stream()
                .filter(it -> steps.stream().anyMatch(other -> givesWay(original, other, it, place, winner)))
                .toList();
    }

    private static boolean givesWay(
            ResolutionProposal original, Step one, Step other, Place place, AmendmentId winner) {
        return other.amendment().equals(winner)
                && conflict(original, one, other).filter(place::equals).isPresent();
    }

    private static Optional<Place> conflict(ResolutionProposal original, Step one, Step other) {
        return one.amendment().equals(other.amendment()) || one.operation().equals(other.operation())
                ? Optional.empty()
                : Optional.ofNullable(conflict(original, one.operation(), other.operation()));
    }

    /** Where two operations of different amendments contradict each other, whichever comes first; nowhere usually. */
    private static @Nullable Place conflict(ResolutionProposal original, Operation one, Operation other) {
        if (one instanceof ReplaceAll || other instanceof ReplaceAll) {
            return Place.ALL;
        }
        if (one instanceof ReplaceIntro(String text) && other instanceof ReplaceIntro(String otherText)) {
            return TextMerge.clash(original.intro(), text, otherText) ? Place.INTRO : null;
        }
        if (one instanceof MovePoint moved && isBehind(other, moved.point())) {
            return Place.of(Place.Kind.POSITION, moved.point());
        }
        if (other instanceof MovePoint moved && isBehind(one, moved.point())) {
            return Place.of(Place.Kind.POSITION, moved.point());
        }
        return one instanceof OnPoint point
                        && other instanceof OnPoint otherPoint
                        && point.point() == otherPoint.point()
                ? onPoint(original, point, otherPoint)
                : null;
    }

    private static boolean isBehind(Operation operation, int point) {
        return operation instanceof InsertPoint(int after, var inserted) && after == point
                || operation instanceof MovePoint(int moved, int behind) && behind == point;
    }

    private static @Nullable Place onPoint(ResolutionProposal original, OnPoint one, OnPoint other) {
        var number = one.point();
        var point = original.points().get(number - 1);
        if (one instanceof DeletePoint || other instanceof DeletePoint) {
            return Place.of(Place.Kind.POINT, number);
        }
        var part = part(one);
        if (part > 0 && part == part(other)) {
            var bothReplace = one instanceof ReplacePart && other instanceof ReplacePart;
            var clash = !bothReplace
                    || TextMerge.clash(
                            point.subPoints().get(part - 1).text(),
                            ((ReplacePart) one).text(),
                            ((ReplacePart) other).text());
            return clash ? new Place(Place.Kind.PART, number, part) : null;
        }
        if (one instanceof ReplaceText(int p, String text) && other instanceof ReplaceText(int q, String otherText)) {
            return TextMerge.clash(point.text(), text, otherText) ? Place.of(Place.Kind.TEXT, number) : null;
        }
        if (one instanceof ChangeResponsible && other instanceof ChangeResponsible) {
            return Place.of(Place.Kind.RESPONSIBLE, number);
        }
        if (one instanceof ChangeDue && other instanceof ChangeDue) {
            return Place.of(Place.Kind.DUE, number);
        }
        if (one instanceof ChangeReport && other instanceof ChangeReport) {
            return Place.of(Place.Kind.REPORT, number);
        }
        return one instanceof MovePoint && other instanceof MovePoint ? Place.of(Place.Kind.POSITION, number) : null;
    }

    private static int part(OnPoint operation) {
        return switch (operation) {
            case ReplacePart it -> it.part();
            case DeletePart it -> it.part();
            case ReplaceText it -> 0;
            case InsertPart it -> 0;
            case ChangeResponsible it -> 0;
            case ChangeDue it -> 0;
            case ChangeReport it -> 0;
            case DeletePoint it -> 0;
            case MovePoint it -> 0;
        };
    }

    /** Carries out operations of which no two contradict each other. */
    private static final class Rewriting {

        private final ResolutionProposal original;
        private final List<Step> steps;
        private final Map<Integer, Integer> numbers = new TreeMap<>();
        private final List<Origin> origins = new ArrayList<>();

        Rewriting(ResolutionProposal original, List<Step> steps) {
            this.original = original;
            this.steps = steps;
        }

        ResolutionProposal result() {
            var another = all(ReplaceAll.class).stream().findFirst();
            if (another.isPresent()) {
                return another.get().proposal();
            }
            var gone = new LinkedHashSet<Integer>();
            var moved = new LinkedHashSet<Integer>();
            all(DeletePoint.class).forEach(it -> gone.add(it.point()));
            all(MovePoint.class).forEach(it -> moved.add(it.point()));
            var points = new ArrayList<ResolutionPoint>();
            for (var number = 0; number <= original.points().size(); number++) {
                if (number > 0 && !gone.contains(number) && !moved.contains(number)) {
                    addPoint(points, number);
                }
                addBehind(points, number);
            }
            var intros =
                    all(ReplaceIntro.class).stream().map(ReplaceIntro::text).toList();
            return new ResolutionProposal(
                    intros.isEmpty() ? original.intro() : TextMerge.merged(original.intro(), intros), points);
        }

        private void addPoint(List<ResolutionPoint> points, int number) {
            points.add(point(number));
            origins.add(new Origin(number, null));
            numbers.put(number, points.size());
        }

        private void addBehind(List<ResolutionPoint> points, int number) {
            var here = steps.stream()
                    .filter(it -> isBehind(it.operation(), number))
                    .toList();
            for (var step : here) {
                if (!isRepeated(step, here)) {
                    if (step.operation() instanceof InsertPoint inserted) {
                        points.add(inserted.inserted());
                        origins.add(new Origin(0, step.amendment()));
                    } else if (step.operation() instanceof MovePoint moved) {
                        addPoint(points, moved.point());
                    }
                }
            }
        }

        /** What two amendments insert in the same words comes once; one amendment may insert the same twice. */
        private static boolean isRepeated(Step step, List<Step> all) {
            return all.stream()
                    .takeWhile(it -> it != step)
                    .anyMatch(it -> it.operation().equals(step.operation())
                            && !it.amendment().equals(step.amendment()));
        }

        private ResolutionPoint point(int number) {
            var point = original.points().get(number - 1);
            var texts = on(number, ReplaceText.class, ReplaceText::text);
            var responsible = on(number, ChangeResponsible.class, it -> Optional.ofNullable(it.responsible()));
            var due = on(number, ChangeDue.class, it -> Optional.ofNullable(it.due()));
            var report = on(number, ChangeReport.class, it -> Optional.ofNullable(it.report()));
            return new ResolutionPoint(
                    point.label(),
                    texts.isEmpty() ? point.text() : TextMerge.merged(point.text(), texts),
                    parts(number, point.subPoints()),
                    responsible.isEmpty()
                            ? point.responsible()
                            : responsible.getFirst().orElse(null),
                    due.isEmpty() ? point.due() : due.getFirst().orElse(null),
                    report.isEmpty() ? point.report() : report.getFirst().orElse(null));
        }

        private List<SubPoint> parts(int number, List<SubPoint> parts) {
            var gone = on(number, DeletePart.class, DeletePart::part);
            var written = new ArrayList<SubPoint>();
            for (var place = 0; place <= parts.size(); place++) {
                var behind = place;
                if (place > 0 && !gone.contains(place)) {
                    var text = parts.get(place - 1).text();
                    var texts = on(number, ReplacePart.class, it -> it).stream()
                            .filter(it -> it.part() == behind)
                            .map(ReplacePart::text)
                            .toList();
                    written.add(new SubPoint("", texts.isEmpty() ? text : TextMerge.merged(text, texts)));
                }
                addPartsBehind(written, number, place);
            }
            return written;
        }

        private void addPartsBehind(List<SubPoint> written, int number, int place) {
            var here = steps.stream()
                    .filter(it -> it.operation() instanceof InsertPart part
                            && part.point() == number
                            && part.after() == place)
                    .toList();
            for (var step : here) {
                if (!isRepeated(step, here) && step.operation() instanceof InsertPart part) {
                    written.add(new SubPoint("", part.text()));
                }
            }
        }

        private <T extends Operation> List<T> all(Class<T> kind) {
            return steps.stream()
                    .map(Step::operation)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        private <T extends OnPoint, R> List<R> on(int number, Class<T> kind, Function<T, R> value) {
            return all(kind).stream()
                    .filter(it -> it.point() == number)
                    .map(value)
                    .toList();
        }
    }
}
