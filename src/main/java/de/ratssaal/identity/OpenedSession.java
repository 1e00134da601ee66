package de.ratssaal.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session that was just opened or resumed.
 *
 * @param authentication who it is
 * @param token what the browser is to keep so that the session outlives the server; none if it has a fresh one already
 * @param device what the browser is to keep so that the device is known at the next sign-in; none if that is settled
 * @param lasting whether the browser keeps it when it is closed
 * @param remaining after which the person has to sign in again
 */
public record OpenedSession(
        AccountAuthentication authentication,
        @Nullable String token,
        @Nullable String device,
        boolean lasting,
        Duration remaining) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "OpenedSession[" + authentication.session() + "]";
    }
}
