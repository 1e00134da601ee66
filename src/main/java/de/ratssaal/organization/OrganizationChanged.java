package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;

/**
 * Name, colour or legal strength of an organization changed.
 *
 * @param what the part that changed, in English
 */
public record OrganizationChanged(OrganizationId organization, String what, String before, String after)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s of organization %s changed from %s to %s".formatted(what, organization, before, after);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
