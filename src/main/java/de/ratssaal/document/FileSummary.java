package de.ratssaal.document;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is listed.
 *
 * @param name file name as shown, with its ending
 * @param size in bytes
 * @param hash SHA-256 of the content in lower-case hexadecimal
 * @param isPublic whether everybody may read it once its owner is published
 * @param position place among the owner's files, counted from 1
 * @param pages number of pages of a PDF; none for other types
 * @param uploadedBy name of who brought it
 * @param removed what was taken out of it before it was kept
 * @param redactedFrom the non-public file of which this is the redacted version; none if it is no such version
 * @param isBlocked whether the virus scanner found something in it, so that nobody reads it
 */
public record FileSummary(
        FileId id,
        FileOwner owner,
        String name,
        FileType type,
        long size,
        String hash,
        boolean isPublic,
        FileRole role,
        int position,
        @Nullable Integer pages,
        Instant uploadedAt,
        String uploadedBy,
        Set<ActiveContent> removed,
        @Nullable FileId redactedFrom,
        boolean isBlocked) {

    public FileSummary {
        removed = Set.copyOf(removed);
    }
}
