package de.ratssaal.amendment;

import de.ratssaal.amendment.Operation.ChangeDue;
import de.ratssaal.amendment.Operation.ChangeReport;
import de.ratssaal.amendment.Operation.ChangeResponsible;
import de.ratssaal.amendment.Operation.DeletePart;
import de.ratssaal.amendment.Operation.DeletePoint;
import de.ratssaal.amendment.Operation.InsertPart;
import de.ratssaal.amendment.Operation.InsertPoint;
import de.ratssaal.amendment.Operation.MovePoint;
import de.ratssaal.amendment.Operation.ReplaceAll;
import de.ratssaal.amendment.Operation.ReplaceIntro;
import de.ratssaal.amendment.Operation.ReplacePart;
import de.ratssaal.amendment.Operation.ReplaceText;
import de.ratssaal.paper.ProposalDifference;
import de.ratssaal.paper.ProposalDifference.PointDifference;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an amendment changes, read from the proposal as its mover would have it. */
final class Operations {

    /** Share of changed words, in thousandths, from which a point says something else. */
    private static final int ANOTHER_POINT = 800;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Operation>> LIST = new TypeReference<>() {};

    private Operations() {}

    /** The changes that lead from a proposal to another; {@link Merge#apply} leads there again. */
    static List<Operation> between(ResolutionProposal original, ResolutionProposal wanted) {
        var difference = ProposalDifference.between(original, wanted);
        if (isAnother(original, difference)) {
            return List.of(new ReplaceAll(wanted));
        }
        var operations = new ArrayList<Operation>();
        if (!difference.intro().isEmpty()) {
            operations.add(new ReplaceIntro(wanted.intro()));
        }
        var behind = 0;
        for (var point : difference.points()) {
            var before = point.before();
            var after = point.after();
            if (before == null) {
                operations.add(new InsertPoint(behind, unnumbered(Objects.requireNonNull(after))));
            } else if (after == null) {
                operations.add(new DeletePoint(point.placeBefore()));
            } else {
                if (point.moved()) {
                    operations.add(new MovePoint(point.placeBefore(), behind));
                } else {
                    behind = point.placeBefore();
                }
                addChanges(operations, point, before, after);
            }
        }
        return List.copyOf(operations);
    }

    /** Whether nothing is left of the points: then it is no use to compare them one by one. */
    private static boolean isAnother(ResolutionProposal original, ProposalDifference difference) {
        return original.points().size() > 1
                && difference.points().stream()
                        .filter(it -> it.before() != null)
                        .allMatch(it -> it.after() == null || it.text().changedPerMille() >= ANOTHER_POINT)
                && difference.points().stream().anyMatch(it -> it.after() != null);
    }

    private static void addChanges(
            List<Operation> operations, PointDifference point, ResolutionPoint before, ResolutionPoint after) {
        var number = point.placeBefore();
        if (!point.text().isEmpty()) {
            operations.add(new ReplaceText(number, after.text()));
        }
        addPartChanges(operations, point);
        if (!Objects.equals(before.responsible(), after.responsible())) {
            operations.add(new ChangeResponsible(number, after.responsible()));
        }
        if (!Objects.equals(before.due(), after.due())) {
            operations.add(new ChangeDue(number, after.due()));
        }
        if (!Objects.equals(before.report(), after.report())) {
            operations.add(new ChangeReport(number, after.report()));
        }
    }

    /** A part that was moved is gone where it was and new where it is. */
    private static void addPartChanges(List<Operation> operations, PointDifference point) {
        var number = point.placeBefore();
        var behind = 0;
        for (var part : point.parts()) {
            if (part.placeBefore() > 0 && (part.placeAfter() == 0 || part.moved())) {
                operations.add(new DeletePart(number, part.placeBefore()));
            }
            if (part.placeAfter() > 0 && (part.placeBefore() == 0 || part.moved())) {
                operations.add(new InsertPart(number, behind, part.text().after()));
            } else if (part.placeAfter() > 0) {
                behind = part.placeBefore();
                if (!part.text().isEmpty()) {
                    operations.add(new ReplacePart(
                            number, part.placeBefore(), part.text().after()));
                }
            }
        }
    }

    private static ResolutionPoint unnumbered(ResolutionPoint point) {
        return new ResolutionPoint(
                "", point.text(), point.subPoints(), point.responsible(), point.due(), point.report());
    }

    /**
     * The same changes for a proposal in which the points have other numbers.
     *
     * @param numbers new number of each point; 0 stays 0
     * @return nothing if a point that is changed, or behind which something comes, is not there any more
     */
    static @Nullable List<Operation> renumbered(List<Operation> operations, Map<Integer, Integer> numbers) {
        var renumbered = new ArrayList<Operation>();
        for (var operation : operations) {
            var other = renumbered(operation, numbers);
            if (other == null) {
                return null;
            }
            renumbered.add(other);
        }
        return List.copyOf(renumbered);
    }

    private static @Nullable Operation renumbered(Operation operation, Map<Integer, Integer> numbers) {
        return switch (operation) {
            case ReplaceAll it -> null;
            case ReplaceIntro it -> it;
            case InsertPoint(int after, ResolutionPoint inserted) -> {
                var now = after == 0 ? Integer.valueOf(0) : numbers.get(after);
                yield now == null ? null : new InsertPoint(now, inserted);
            }
            case Operation.OnPoint it -> {
                var now = numbers.get(it.point());
                yield now == null ? null : renumbered(it, now, numbers);
            }
        };
    }

    private static @Nullable Operation renumbered(Operation.OnPoint operation, int now, Map<Integer, Integer> numbers) {
        return switch (operation) {
            case ReplaceText it -> new ReplaceText(now, it.text());
            case ReplacePart it -> new ReplacePart(now, it.part(), it.text());
            case InsertPart it -> new InsertPart(now, it.after(), it.text());
            case DeletePart it -> new DeletePart(now, it.part());
            case ChangeResponsible it -> new ChangeResponsible(now, it.responsible());
            case ChangeDue it -> new ChangeDue(now, it.due());
            case ChangeReport it -> new ChangeReport(now, it.report());
            case DeletePoint it -> new DeletePoint(now);
            case MovePoint it -> {
                var after = it.after() == 0 ? Integer.valueOf(0) : numbers.get(it.after());
                yield after == null ? null : new MovePoint(now, after);
            }
        };
    }

    static String serialise(List<Operation> operations) {
        return JSON.writerFor(LIST).writeValueAsString(operations);
    }

    static List<Operation> parse(String serialised) {
        try {
            return List.copyOf(JSON.readValue(serialised, LIST));
        } catch (JacksonException e) {
            throw new IllegalStateException("operations cannot be read", e);
        }
    }
}
