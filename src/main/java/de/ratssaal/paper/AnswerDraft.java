package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an inquiry as it is being written.
 *
 * @param office that has to write it; none if the secretariat does
 * @param due last day on which it is in time
 * @param revision grows with every change; 0 if nothing was written yet
 * @param released what everybody reads who reads the inquiry; none if it was not released yet
 * @param releasedBy name of who released it
 */
public record AnswerDraft(
        @Nullable OrganizationId office,
        String text,
        @Nullable LocalDate due,
        int revision,
        String changedBy,
        Instant changedAt,
        @Nullable PublishedAnswer released,
        @Nullable String releasedBy) {}
