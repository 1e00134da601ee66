package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** Somebody signed out. */
public record AccountSignedOut(AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s signed out".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
