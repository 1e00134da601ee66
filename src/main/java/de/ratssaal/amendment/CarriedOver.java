package de.ratssaal.amendment;

import de.ratssaal.paper.ProposalDifference;
import de.ratssaal.paper.ResolutionProposal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What becomes of an amendment when the paper is released anew. */
sealed interface CarriedOver {

    /** Every point that it changes is still there unchanged, perhaps under another number. */
    record Fits(List<Operation> operations) implements CarriedOver {}

    /** A point that it changes was changed or is gone: somebody has to look at it. */
    record ToCheck() implements CarriedOver {}

    static CarriedOver of(ResolutionProposal before, ResolutionProposal after, List<Operation> operations) {
        if (before.equals(after)) {
            return new Fits(operations);
        }
        var difference = ProposalDifference.between(before, after);
        var introStays = difference.intro().isEmpty();
        if (!introStays && operations.stream().anyMatch(Operation.ReplaceIntro.class::isInstance)) {
            return new ToCheck();
        }
        var renumbered = Operations.renumbered(operations, unchanged(difference));
        return renumbered == null ? new ToCheck() : new Fits(renumbered);
    }

    private static Map<Integer, Integer> unchanged(ProposalDifference difference) {
        var numbers = new HashMap<Integer, Integer>();
        difference.points().stream()
                .filter(ProposalDifference.PointDifference::saysTheSame)
                .forEach(it -> numbers.put(it.placeBefore(), it.placeAfter()));
        return numbers;
    }
}
