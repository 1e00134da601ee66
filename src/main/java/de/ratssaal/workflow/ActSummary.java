package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a paper on its way.
 *
 * @param position order in the process, from 1
 * @param office for which it was done; none for the secretariat
 * @param name of who did it
 * @param onBehalfOf name of the head for whom they stood in
 * @param comment may be empty
 * @param fingerprint of the text acted on
 */
public record ActSummary(
        int position,
        int round,
        ActKind kind,
        @Nullable OrganizationId office,
        @Nullable PersonId person,
        String name,
        @Nullable String onBehalfOf,
        String comment,
        String fingerprint,
        Instant at) {}
