package de.ratssaal.voting;

import de.ratssaal.identity.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Hands of one group as they were counted in the room.
 *
 * @param group the political group; none for members without
 */
public record GroupCount(@Nullable OrganizationId group, Tally tally) {}
