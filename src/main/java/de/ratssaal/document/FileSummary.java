package de.ratssaal.document;

import java.time.Instant;
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
        String uploadedBy) {}
