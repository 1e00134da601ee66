package de.ratssaal.amendment;

import de.ratssaal.paper.ItemWording;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import java.util.List;
import java.util.Map;

/**
 * What the text on an item becomes if the adopted amendments are merged into it.
 *
 * @param amendments adopted on the item, or taken over by the paper's mover, in their order
 * @param result the paper's proposal with them, without what is in conflict
 * @param conflicts what has to be chosen first
 * @param references points of the result, by their numbers, in which a reference to a point would have to be adapted
 * @param toCheck those of the amendments that do not fit the paper's latest version
 * @param isMerged whether the text on the item holds them already
 */
public record MergePreview(
        ItemWording wording,
        List<AmendmentSummary> amendments,
        ResolutionProposal result,
        List<Conflict> conflicts,
        Map<Integer, ResolutionPoint> references,
        List<AmendmentSummary> toCheck,
        boolean isMerged) {

    public MergePreview {
        amendments = List.copyOf(amendments);
        conflicts = List.copyOf(conflicts);
        references = Map.copyOf(references);
        toCheck = List.copyOf(toCheck);
    }

    /** Whether nothing has to be chosen or checked first. */
    public boolean isComplete() {
        return conflicts.isEmpty() && toCheck.isEmpty();
    }
}
