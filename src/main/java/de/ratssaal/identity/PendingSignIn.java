package de.ratssaal.identity;

import java.time.Duration;
import java.time.Instant;

/** Half a sign-in: the first factor was right, the second is missing. It opens nothing and is good for ten minutes. */
public final class PendingSignIn {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final AccountId account;
    private final SignInMethod method;
    private final boolean lasting;
    private final Instant since;

    PendingSignIn(AccountId account, SignInMethod method, boolean lasting, Instant since) {
        this.account = account;
        this.method = method;
        this.lasting = lasting;
        this.since = since;
    }

    AccountId account() {
        return account;
    }

    SignInMethod method() {
        return method;
    }

    boolean lasting() {
        return lasting;
    }

    boolean isOver(Instant now) {
        return since.plus(LIFETIME).isBefore(now);
    }
}
