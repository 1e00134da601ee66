package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** The second factor of an account was taken away. */
public record SecondFactorRemoved(AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s lost its second factor".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
