package de.ratssaal.amendment;

import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.ResolutionProposal;
import java.util.List;

/**
 * An amendment as whoever asks may read it.
 *
 * @param base the proposal that it changes
 * @param result what the amendment alone makes of it
 * @param wordings as it was handed in and became later
 * @param decisions on it, also those that another replaced
 * @param isMover whether whoever asks is its mover
 * @param mayTakeOver whether whoever asks speaks for the paper's mover
 */
public record AmendmentPage(
        AmendmentSummary amendment,
        PaperPage paper,
        ResolutionProposal base,
        ResolutionProposal result,
        List<KeptWording> wordings,
        List<AmendmentDecision> decisions,
        boolean isMover,
        boolean mayTakeOver) {

    public AmendmentPage {
        wordings = List.copyOf(wordings);
        decisions = List.copyOf(decisions);
    }

    /** Whether it can be written on. */
    public boolean mayWrite() {
        return isMover
                && (amendment.state() == AmendmentState.DRAFT
                        || amendment.toCheck() && amendment.state().followsPaper());
    }
}
