package de.ratssaal.packet;

import de.ratssaal.meeting.AgendaItemId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting's documents as one person may read them, by item.
 *
 * @param version two that are equal have the same
 * @param isWhole whether they were gathered for somebody who may attend all of the meeting
 */
public record MeetingDocuments(String version, boolean isWhole, List<Item> items) {

    public MeetingDocuments {
        items = List.copyOf(items);
    }

    /** All documents in order. */
    public List<Document> documents() {
        return items.stream().flatMap(it -> it.documents().stream()).toList();
    }

    /**
     * An item of the agenda.
     *
     * @param number as printed, such as {@code Ö 1.2}
     * @param depth 0 at the top
     */
    public record Item(
            AgendaItemId id, String number, int depth, String title, boolean isPublic, List<Document> documents) {

        public Item {
            documents = List.copyOf(documents);
        }
    }

    /**
     * The wording of a paper, or a file.
     *
     * @param id of the paper or the file
     * @param isFile whether it is a file
     * @param fingerprint of its content: another version has another one
     * @param isPublic whether everybody may read it now
     * @param size of the file in bytes; none for a wording
     * @param pages where it is known
     */
    public record Document(
            UUID id,
            boolean isFile,
            String title,
            String fingerprint,
            boolean isPublic,
            @Nullable Long size,
            @Nullable Integer pages) {}
}
