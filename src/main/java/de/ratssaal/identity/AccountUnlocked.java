package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** A locked account was opened again. */
public record AccountUnlocked(AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s was unlocked".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
