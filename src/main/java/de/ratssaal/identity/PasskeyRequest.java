package de.ratssaal.identity;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/** What the browser is asked in order to prove that it has a passkey. Good once and for five minutes. */
public final class PasskeyRequest {

    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final PublicKeyCredentialRequestOptions options;
    private final String json;
    private final Instant since;

    PasskeyRequest(PublicKeyCredentialRequestOptions options, String json, Instant since) {
        this.options = options;
        this.json = json;
        this.since = since;
    }

    PublicKeyCredentialRequestOptions options() {
        return options;
    }

    boolean isOver(Instant now) {
        return since.plus(LIFETIME).isBefore(now);
    }

    /** As the browser reads it. */
    public String json() {
        return json;
    }
}
