package de.ratssaal.identity;

import java.time.Instant;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/** What the browser is asked in order to make a passkey. Good once and for five minutes. */
public final class PasskeyCreation {

    private final AccountId account;
    private final PublicKeyCredentialCreationOptions options;
    private final String json;
    private final Instant since;

    PasskeyCreation(AccountId account, PublicKeyCredentialCreationOptions options, String json, Instant since) {
        this.account = account;
        this.options = options;
        this.json = json;
        this.since = since;
    }

    AccountId account() {
        return account;
    }

    PublicKeyCredentialCreationOptions options() {
        return options;
    }

    boolean isOver(Instant now) {
        return since.plus(PasskeyRequest.LIFETIME).isBefore(now);
    }

    /** As the browser reads it. */
    public String json() {
        return json;
    }
}
