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

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
