package de.ratssaal.amendment;

import java.util.List;

/**
 * An amendment in the order in which it should be voted on.
 *
 * @param reach how far it goes, where it competes with others
 * @param competitors those that change the same
 */
public record AmendmentRow(AmendmentSummary amendment, Reach reach, List<AmendmentId> competitors) {

    public AmendmentRow {
        competitors = List.copyOf(competitors);
    }
}
