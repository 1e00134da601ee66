package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** A device was removed: nobody signs in to the account with it any more. */
public record PasskeyRemoved(AccountId account, String label) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "a passkey was removed from account %s".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
