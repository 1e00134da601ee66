package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an inquiry, as it was last released.
 *
 * @param office that answered; none if the secretariat entered it
 * @param text paragraphs, separated by line breaks
 */
public record PublishedAnswer(@Nullable OrganizationId office, String text, Instant releasedAt) {}
