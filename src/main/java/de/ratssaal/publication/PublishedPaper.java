package de.ratssaal.publication;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperNumber;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ResolutionProposal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper before the public, as it was last released.
 *
 * @param originator who brings it in
 * @param reasons paragraphs, separated by line breaks; may be empty
 * @param version number of the release
 * @param consultations its way through the organizations, without what is not public
 */
public record PublishedPaper(
        PaperId id,
        PaperNumber number,
        PaperType type,
        String title,
        String originator,
        ResolutionProposal proposal,
        String reasons,
        int version,
        Instant releasedAt,
        ZoneId zone,
        List<Station> consultations,
        List<PublishedFile> files) {

    public PublishedPaper {
        consultations = List.copyOf(consultations);
        files = List.copyOf(files);
    }

    /**
     * @param meeting where it is or was deliberated; none as long as that is not announced
     * @param startsAt when that meeting begins
     * @param itemNumber number of the agenda item there
     * @param results what became of it there, in order
     */
    public record Station(
            OrganizationId organization,
            String organizationName,
            ConsultationRole role,
            @Nullable MeetingId meeting,
            @Nullable Instant startsAt,
            @Nullable String itemNumber,
            List<PublicMeeting.Result> results) {

        public Station {
            results = List.copyOf(results);
        }
    }

    /**
     * A paper where it is named only.
     *
     * @param number such as {@code 0042/26}
     */
    public record Named(PaperId id, String number, String title) {}
}
