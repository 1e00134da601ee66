package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A membership as its person holds it.
 *
 * @param zone of the body; decides which day it is
 * @param lastDay counts; none while it has no end
 */
record HeldMembership(
        OrganizationId organization,
        ZoneId zone,
        MembershipRole role,
        boolean votes,
        LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }
}
