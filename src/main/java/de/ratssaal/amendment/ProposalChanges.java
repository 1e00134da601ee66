package de.ratssaal.amendment;

import de.ratssaal.paper.ProposalDifference;
import de.ratssaal.paper.ProposalDifference.PointDifference;
import de.ratssaal.paper.ResolutionProposal;
import java.util.ArrayList;
import java.util.List;

/** What somebody makes of a proposal, seen from its points: what is there in the place of each, and what is new behind it. */
public record ProposalChanges(ProposalDifference difference) {

    public static ProposalChanges of(ResolutionProposal base, ResolutionProposal wanted) {
        return new ProposalChanges(ProposalDifference.between(base, wanted));
    }

    /** @param number of the point in the base, counted from 1; 0 for what is new before all of them */
    public List<PointDifference> at(int number) {
        var found = new ArrayList<PointDifference>();
        var behind = 0;
        for (var point : difference.points()) {
            if (point.placeBefore() == number && number > 0) {
                found.addFirst(point);
            }
            if (point.placeBefore() == 0 && behind == number) {
                found.add(point);
            }
            if (point.placeBefore() > 0 && point.placeAfter() > 0 && !point.moved()) {
                behind = point.placeBefore();
            }
        }
        return found;
    }

    public boolean changes(int number) {
        return at(number).stream().anyMatch(it -> !it.isSame());
    }
}
