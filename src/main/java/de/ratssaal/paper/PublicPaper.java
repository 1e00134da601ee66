package de.ratssaal.paper;

import de.ratssaal.organization.BodyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as everybody may know it.
 *
 * @param details without sections that are not for everybody
 * @param answer to an inquiry, once it was released
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
        PaperDetails details,
        @Nullable PublishedAnswer answer,
        int version,
        Instant releasedAt,
        List<ConsultationSummary> consultations) {

    public PublicPaper {
        consultations = List.copyOf(consultations);
    }

    /** What sections, fields and answer say, for searching. */
    public String openText() {
        return answer == null ? details.openText() : details.openText() + "\n" + answer.text();
    }
}
