package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** An account has a new password. */
public record PasswordChanged(AccountId account, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "the password of account %s was changed".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
