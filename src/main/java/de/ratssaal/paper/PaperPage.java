package de.ratssaal.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as whoever asks may read it.
 *
 * @param proposal as last released, or as drafted if it never was
 * @param reasons likewise
 * @param consultations its way through the organizations, in order
 * @param withdrawnReason why it was withdrawn; none if it was not
 * @param mayEdit whether whoever asks may change it
 */
public record PaperPage(
        PaperSummary paper,
        ResolutionProposal proposal,
        String reasons,
        List<ConsultationSummary> consultations,
        @Nullable String withdrawnReason,
        boolean mayEdit) {

    public PaperPage {
        consultations = List.copyOf(consultations);
    }
}
