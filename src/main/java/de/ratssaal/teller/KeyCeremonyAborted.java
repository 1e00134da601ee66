package de.ratssaal.teller;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** The making of the tellers' key was broken off. */
public record KeyCeremonyAborted(
        OrganizationId organization, CeremonyId ceremony, TellerSetId set, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "ceremony %s of the tellers' key of organization %s broken off: %s"
                .formatted(ceremony, organization, reason);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
