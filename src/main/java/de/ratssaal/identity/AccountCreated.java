package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;
import org.jspecify.annotations.Nullable;

/** An account was created. */
public record AccountCreated(AccountId account, @Nullable PersonId person) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s was created%s".formatted(account, person == null ? "" : " for person " + person);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
