package de.ratssaal.calendar;

import de.ratssaal.identity.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed as its owner sees it. Its address is told once, when it is made.
 *
 * @param organization whose meetings alone are in it; none for all meetings of the owner
 * @param name as the owner calls it, such as the device that reads it
 * @param readAt when a calendar program last read it
 */
public record FeedSummary(
        FeedId id,
        @Nullable OrganizationId organization,
        String name,
        Instant madeAt,
        @Nullable Instant readAt) {}
