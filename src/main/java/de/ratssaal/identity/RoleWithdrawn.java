package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role was taken from an account before its time. */
public record RoleWithdrawn(
        AccountId account, Role role, @Nullable OrganizationId organization, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "role %s was withdrawn from account %s in %s at %s"
                .formatted(
                        role, account, organization == null ? "all organizations" : "organization " + organization, at);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
