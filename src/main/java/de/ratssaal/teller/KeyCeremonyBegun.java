package de.ratssaal.teller;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** The making of the tellers' key was begun. */
public record KeyCeremonyBegun(OrganizationId organization, CeremonyId ceremony, TellerSetId set, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "ceremony %s of the tellers' key of organization %s begun".formatted(ceremony, organization);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
