package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organization.
 *
 * @param shortName such as {@code StR}; used where there is little room
 * @param legalStrength how many voting members it has by law, the mayor included where the mayor votes; 0 of an office
 * @param color colour of a political group, as {@code #rrggbb}
 * @param lastDay counts; none while it is not dissolved
 */
public record OrganizationSummary(
        OrganizationId id,
        BodyId body,
        String name,
        String shortName,
        Classification classification,
        int legalStrength,
        @Nullable String color,
        @Nullable LocalDate lastDay) {}
