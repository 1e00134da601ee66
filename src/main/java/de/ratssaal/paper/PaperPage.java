package de.ratssaal.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as whoever asks may read it.
 *
 * @param proposal as last released, or as drafted if it never was
 * @param reasons likewise
 * @param details likewise, without sections that whoever asks may not read
 * @param author who writes it
 * @param isHandedIn whether the secretariat knows of it
 * @param consultations its way through the organizations, in order
 * @param withdrawnReason why it was withdrawn; none if it was not
 * @param mayEdit whether whoever asks may change it
 * @param mayRelease whether whoever asks may release it and plan its way
 */
public record PaperPage(
        PaperSummary paper,
        ResolutionProposal proposal,
        String reasons,
        PaperDetails details,
        PaperAuthor author,
        boolean isHandedIn,
        List<ConsultationSummary> consultations,
        @Nullable String withdrawnReason,
        boolean mayEdit,
        boolean mayRelease) {

    public PaperPage {
        consultations = List.copyOf(consultations);
    }
}
