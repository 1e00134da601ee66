package de.ratssaal.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session that was just opened or resumed.
 *
 * @param authentication who it is
 * @param token what the browser is to keep so that the session outlives the server; none if it has a fresh one already
 * @param lasting whether the browser keeps it when it is closed
 * @param expiresAt when the person has to sign in again
 */
public record OpenedSession(
        AccountAuthentication authentication, @Nullable String token, boolean lasting, Instant expiresAt) {

    /** Without the token. */
    @Override
    public String toString() {
        return "OpenedSession[" + authentication.session() + "]";
    }
}
