package de.ratssaal.teller;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.List;

/** An organization named its tellers. */
public record TellerSetNamed(
        OrganizationId organization, TellerSetId set, List<PersonId> tellers, int threshold, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "tellers of organization %s: %s, %d of whom decrypt".formatted(organization, tellers, threshold);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
