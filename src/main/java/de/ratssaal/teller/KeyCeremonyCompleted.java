package de.ratssaal.teller;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** The tellers have a key. */
public record KeyCeremonyCompleted(
        OrganizationId organization, CeremonyId ceremony, TellerSetId set, String fingerprint, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "ceremony %s gave organization %s a tellers' key, SHA-256 of its public file %s"
                .formatted(ceremony, organization, fingerprint);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
