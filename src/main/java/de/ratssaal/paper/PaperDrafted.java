package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** A paper was begun and got its number. */
public record PaperDrafted(PaperId paper, PaperNumber number, OrganizationId organization, PaperType type, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper %s drafted: %s in organization %s".formatted(number, type, organization);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
