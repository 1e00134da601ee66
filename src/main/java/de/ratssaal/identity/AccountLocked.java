package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** An account was locked: nobody signs in with it. */
public record AccountLocked(AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s was locked".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
