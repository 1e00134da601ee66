package de.ratssaal.paper;

import de.ratssaal.organization.BodyId;
import java.time.Instant;
import java.util.List;

/**
 * A paper as everybody may know it.
 *
 * @param version number of the last release
 * @param consultations stations of its way without those that are not public
 */
public record PublicPaper(
        PaperId id,
        PaperNumber number,
        BodyId body,
        PaperType type,
        String title,
        String originator,
        ResolutionProposal proposal,
        String reasons,
        int version,
        Instant releasedAt,
        List<ConsultationSummary> consultations) {

    public PublicPaper {
        consultations = List.copyOf(consultations);
    }
}
