package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** A recovery code took the place of the second factor, once. */
public record RecoveryCodeUsed(AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s used a recovery code".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
