package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;

/** What stands on every agenda of an organization was changed. */
public record StandingItemsChanged(OrganizationId organization, int items) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "organization %s has %d standing items".formatted(organization, items);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
