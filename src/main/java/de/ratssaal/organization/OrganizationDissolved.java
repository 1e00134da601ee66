package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.LocalDate;

/** An organization ended, and with it its memberships. */
public record OrganizationDissolved(OrganizationId organization, String name, LocalDate lastDay)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "organization %s (%s) ends with %s".formatted(organization, name, lastDay);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
