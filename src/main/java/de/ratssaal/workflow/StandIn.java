package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.LocalDate;

/**
 * A time in which somebody stands in for the head of an office.
 *
 * @param principal the head who is absent
 * @param lastDay counts
 */
public record StandIn(
        StandInId id,
        OrganizationId office,
        PersonId principal,
        PersonId substitute,
        LocalDate firstDay,
        LocalDate lastDay) {

    /** For the audit log. */
    String sentence() {
        return "person %s stands in for person %s in office %s from %s to %s"
                .formatted(substitute, principal, office, firstDay, lastDay);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
