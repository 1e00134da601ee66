package de.ratssaal.publication;

import de.ratssaal.amendment.AmendmentOverview;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperNumber;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.SectionText;
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
 * @param sections what it says beside proposal and reasons; none in papers that were published before there were any
 * @param answer to an inquiry, once it was released
 * @param kind what the city calls papers of its type; none where it kept the usual name
 * @param amendments to it and what became of them
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
        List<PublishedFile> files,
        @Nullable List<SectionText> sections,
        @Nullable Answer answer,
        @Nullable String kind,
        @Nullable AmendmentOverview amendments) {

    public PublishedPaper {
        consultations = List.copyOf(consultations);
        files = List.copyOf(files);
        sections = sections == null ? List.of() : List.copyOf(sections);
        amendments = amendments == null ? AmendmentOverview.NONE : amendments;
    }

    /**
     * The answer to an inquiry.
     *
     * @param office name of the office that answered; none if the secretariat entered it
     * @param text paragraphs, separated by line breaks
     * @param files none in answers that were published before they had any
     */
    public record Answer(
            @Nullable String office,
            String text,
            Instant releasedAt,
            @Nullable List<PublishedFile> files) {

        public Answer {
            files = files == null ? List.of() : List.copyOf(files);
        }
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
