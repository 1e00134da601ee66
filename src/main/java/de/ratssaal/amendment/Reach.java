package de.ratssaal.amendment;

import de.ratssaal.amendment.Operation.ChangeDue;
import de.ratssaal.amendment.Operation.DeletePart;
import de.ratssaal.amendment.Operation.DeletePoint;
import de.ratssaal.amendment.Operation.InsertPart;
import de.ratssaal.amendment.Operation.InsertPoint;
import de.ratssaal.amendment.Operation.MovePoint;
import de.ratssaal.amendment.Operation.ReplaceAll;
import de.ratssaal.amendment.Operation.ReplaceIntro;
import de.ratssaal.amendment.Operation.ReplacePart;
import de.ratssaal.amendment.Operation.ReplaceText;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.TextDifference;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * How far an amendment goes from what is proposed. What goes furthest is put to the vote first (ADR 0123).
 *
 * @param step what weighs most of what it does
 * @param measure how much of it: deleted points, thousandths by which an amount changes, days by which a date moves,
 *     thousandths of the words; compared within the same step only
 */
public record Reach(Step step, int measure) implements Comparable<Reach> {

    /** From the furthest to the nearest. */
    public enum Step {
        /** Another proposal, or nothing of it. */
        WHOLE,
        DELETION,
        AMOUNT,
        DATE,
        WORDING,
        /** Who has to see to it, a report, an order of points: nothing else is decided by it. */
        DUTY,
        ADDITION
    }

    private static final Comparator<Reach> FURTHEST_FIRST =
            Comparator.comparing(Reach::step).thenComparing(Reach::measure, Comparator.reverseOrder());

    /** @param operations of which one at least is there */
    static Reach of(ResolutionProposal original, List<Operation> operations) {
        var deleted = operations.stream().filter(DeletePoint.class::isInstance).count();
        var deletesAll = deleted > 0 && deleted == original.points().size();
        return deletesAll || operations.stream().anyMatch(ReplaceAll.class::isInstance)
                ? new Reach(Step.WHOLE, 1000)
                : deleted > 0
                        ? new Reach(Step.DELETION, (int) deleted)
                        : operations.stream()
                                .map(it -> of(original, it))
                                .min(FURTHEST_FIRST)
                                .orElse(new Reach(Step.ADDITION, 0));
    }

    private static Reach of(ResolutionProposal original, Operation operation) {
        return switch (operation) {
            case ReplaceAll it -> new Reach(Step.WHOLE, 1000);
            case ReplaceIntro(String text) -> of(original.intro(), text);
            case ReplaceText(int point, String text) ->
                of(original.points().get(point - 1).text(), text);
            case ReplacePart(int point, int part, String text) ->
                of(original.points().get(point - 1).subPoints().get(part - 1).text(), text);
            case DeletePart(int point, int part) ->
                of(original.points().get(point - 1).subPoints().get(part - 1).text(), "");
            case ChangeDue it -> of(original, it);
            case DeletePoint it -> new Reach(Step.DELETION, 1);
            case Operation.ChangeResponsible it -> new Reach(Step.DUTY, 0);
            case Operation.ChangeReport it -> new Reach(Step.DUTY, 0);
            case MovePoint it -> new Reach(Step.DUTY, 0);
            case InsertPart it -> new Reach(Step.ADDITION, 0);
            case InsertPoint it -> new Reach(Step.ADDITION, 0);
        };
    }

    private static Reach of(String before, String after) {
        var difference = TextDifference.between(before, after);
        var amount = Amounts.change(before, after);
        if (amount > 0) {
            return new Reach(Step.AMOUNT, amount);
        }
        return difference.pieces().stream().anyMatch(it -> it.kind() == TextDifference.Kind.REMOVED)
                ? new Reach(Step.WORDING, difference.changedPerMille())
                : new Reach(Step.ADDITION, difference.changedPerMille());
    }

    private static Reach of(ResolutionProposal original, ChangeDue change) {
        var before = original.points().get(change.point() - 1).due();
        var after = change.due();
        if (before == null || after == null) {
            return new Reach(Step.DUTY, 0);
        }
        return new Reach(Step.DATE, (int) Math.abs(ChronoUnit.DAYS.between(before.until(), after.until())));
    }

    @Override
    public int compareTo(Reach other) {
        return FURTHEST_FIRST.compare(this, other);
    }
}
