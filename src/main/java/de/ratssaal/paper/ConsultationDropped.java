package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;

/** An organization is not to deliberate a paper after all. */
public record ConsultationDropped(PaperId paper, OrganizationId organization, ConsultationRole role)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "consultation dropped: organization %s, %s".formatted(organization, role);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
