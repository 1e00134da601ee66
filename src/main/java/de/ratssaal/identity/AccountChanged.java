package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** Name or mail address of an account changed. */
public record AccountChanged(AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "name and mail address of account %s were set".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
