package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** Somebody signed in. */
public record AccountSignedIn(AccountId account, SignInMethod method, boolean secondFactor, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s signed in by %s%s".formatted(account, method, secondFactor ? " with a second factor" : "");
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
