package de.ratssaal.paper;

import java.time.Instant;

/**
 * A paper as it is being written, for those who prepare it.
 *
 * @param content what would be released now
 * @param revision grows with every change; a change carries the revision its author saw
 * @param version number of the last release; 0 if it never was released
 * @param changedBy name of who wrote last
 */
public record PaperDraft(
        PaperId id,
        PaperNumber number,
        PaperState state,
        PaperContent content,
        int revision,
        int version,
        String changedBy,
        Instant changedAt) {}
