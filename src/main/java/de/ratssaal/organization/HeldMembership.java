package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A membership as its person holds it.
 *
 * @param zone of the body; decides which day it is
 * @param standsInFor the member whose place a substitute may take
 * @param seat place in the seat plan, counted from 1; 0 if there is none
 * @param lastDay counts; none while it has no end
 * @param weight how many votes it has where the rules of procedure know several
 */
record HeldMembership(
        MembershipId id,
        OrganizationId organization,
        ZoneId zone,
        MembershipRole role,
        boolean votes,
        @Nullable PersonId standsInFor,
        int seat,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        int weight) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }
}
