package de.ratssaal.workflow;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.LocalDate;

/**
 * A time in which somebody stood in for a head ends earlier than was said.
 *
 * @param lastDay counts; before the first day if it never begins
 */
public record StandInEnded(
        StandInId standIn,
        OrganizationId office,
        PersonId principal,
        PersonId substitute,
        LocalDate firstDay,
        LocalDate lastDay)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "person %s stands in for person %s in office %s from %s to %s, shortened"
                .formatted(substitute, principal, office, firstDay, lastDay);
    }

    @Override
    public String auditSubject() {
        return "organization/" + office;
    }
}
