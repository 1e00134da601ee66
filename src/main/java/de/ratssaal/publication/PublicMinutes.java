package de.ratssaal.publication;

import de.ratssaal.document.FileId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.MinutesId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The public version of released minutes.
 *
 * @param title what it is and of which meeting, in one line
 * @param language in which it is written, such as {@code de}
 * @param file its PDF
 * @param fileSize in bytes
 * @param parts its text in order
 */
public record PublicMinutes(
        MinutesId id,
        MeetingId meeting,
        String meetingTitle,
        OrganizationId organization,
        String organizationName,
        Instant meetingAt,
        Instant releasedAt,
        ZoneId zone,
        String title,
        String language,
        FileId file,
        String fileName,
        long fileSize,
        List<Part> parts) {

    public PublicMinutes {
        parts = List.copyOf(parts);
    }

    /** Size of the PDF in kilobytes, rounded up. */
    public long kilobytes() {
        return (fileSize + 1023) / 1024;
    }

    /** What a part is. */
    public enum Kind {
        HEADING,
        ITEM,
        TEXT,
        NOTE,
        /** Rows of a name and a fact. */
        FACTS,
        TABLE,
        /** Rows of a label, a text, and a third cell if it is a part of the point above it. */
        WORDING,
        /** What became of an item, with the count in the rows' only cell if there was a vote. */
        RESULT
    }

    /**
     * @param text heading, paragraph, or the table's caption
     * @param header of a table
     * @param rows cells of what has rows
     */
    public record Part(Kind kind, String text, List<String> header, List<List<String>> rows) {

        public Part {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        static Part of(Kind kind, String text) {
            return new Part(kind, text, List.of(), List.of());
        }

        static Part of(Kind kind, String text, List<List<String>> rows) {
            return new Part(kind, text, List.of(), rows);
        }
    }
}
