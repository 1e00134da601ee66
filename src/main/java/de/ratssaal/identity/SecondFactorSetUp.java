package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** An account got a second factor. */
public record SecondFactorSetUp(AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s set up a second factor".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
