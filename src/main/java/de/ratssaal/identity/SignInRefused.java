package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in was refused. What was typed and from where is not kept here for ever; the server's own log names the address.
 *
 * @param account the account that was tried; none if what was typed is no account's login
 */
public record SignInRefused(@Nullable AccountId account, SignInMethod method, Reason reason) implements AuditedEvent {

    /** Why a sign-in was refused; whoever tried is not told more than that it was. */
    public enum Reason {
        WRONG,
        /** Too many failures before; what was shown this time was not checked. */
        LOCKED,
        INACTIVE
    }

    @Override
    public String auditLine() {
        return "sign-in by %s to %s was refused: %s"
                .formatted(method, account == null ? "no account" : "account " + account, reason);
    }

    @Override
    public String auditSubject() {
        return account == null ? "sign-in" : "account/" + account;
    }
}
