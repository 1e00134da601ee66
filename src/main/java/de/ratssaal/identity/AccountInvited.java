package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** The owner of an account got a link with which to choose a password. */
public record AccountInvited(AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "a link for choosing a password was made for account %s".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
