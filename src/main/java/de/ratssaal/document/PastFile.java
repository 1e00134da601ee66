package de.ratssaal.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was taken away or replaced. It can still be read by whoever may change its owner.
 *
 * @param removedBy name of who took it away
 * @param replacedBy what came in its place; none if nothing did
 */
public record PastFile(
        FileSummary file,
        Instant removedAt,
        String removedBy,
        @Nullable FileId replacedBy) {}
