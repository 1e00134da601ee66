package de.ratssaal.circular;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** Members were asked to resolve in writing. */
public record CircularBegun(
        CircularId circular,
        OrganizationId organization,
        String fingerprint,
        int entitled,
        boolean isPublic,
        Instant endsAt,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "circular resolution %s begun in organization %s: %d entitled, until %s, wording %s"
                .formatted(circular, organization, entitled, endsAt, fingerprint);
    }

    @Override
    public String auditSubject() {
        return "circular/" + circular;
    }
}
