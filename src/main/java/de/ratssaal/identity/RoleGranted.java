package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role was granted to an account for a time. */
public record RoleGranted(
        AccountId account,
        Role role,
        @Nullable OrganizationId organization,
        Instant from,
        @Nullable Instant to) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "role %s was granted to account %s in %s from %s%s"
                .formatted(
                        role,
                        account,
                        organization == null ? "all organizations" : "organization " + organization,
                        from,
                        to == null ? "" : " to " + to);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
