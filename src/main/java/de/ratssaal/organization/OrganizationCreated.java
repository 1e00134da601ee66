package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;

/** An organization was created. */
public record OrganizationCreated(
        OrganizationId organization,
        BodyId body,
        String name,
        String shortName,
        Classification classification,
        int legalStrength)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "organization %s created in body %s: %s (%s), %s of %d"
                .formatted(organization, body, name, shortName, classification, legalStrength);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
