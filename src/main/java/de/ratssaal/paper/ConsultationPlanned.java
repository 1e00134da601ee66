package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;

/** An organization is to deliberate a paper. */
public record ConsultationPlanned(PaperId paper, OrganizationId organization, ConsultationRole role)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "consultation planned: organization %s, %s".formatted(organization, role);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
