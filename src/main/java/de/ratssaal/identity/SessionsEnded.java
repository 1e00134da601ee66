package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** Sessions of an account were ended before their time. */
public record SessionsEnded(AccountId account, int count) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%d sessions of account %s were ended".formatted(count, account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
