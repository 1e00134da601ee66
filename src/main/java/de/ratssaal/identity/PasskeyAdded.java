package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** A device was added with which the owner of an account signs in without a password. */
public record PasskeyAdded(AccountId account, String label) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "a passkey was added to account %s".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
