package de.ratssaal.publication;

import de.ratssaal.document.FileId;
import de.ratssaal.document.FileSummary;
import org.jspecify.annotations.Nullable;

/**
 * A file that everybody may read.
 *
 * @param type such as {@code PDF}
 * @param size in bytes
 * @param pages number of pages of a PDF; none for other types
 */
public record PublishedFile(
        FileId id,
        String name,
        String type,
        long size,
        @Nullable Integer pages) {

    static PublishedFile of(FileSummary file) {
        return new PublishedFile(file.id(), file.name(), file.type().name(), file.size(), file.pages());
    }

    /** Size as people read it, in thousands of bytes. */
    public long kilobytes() {
        return Math.ceilDiv(size, 1_000);
    }
}
