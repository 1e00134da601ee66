package de.ratssaal.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as the administrator sees it.
 *
 * @param active whether its owner may sign in
 * @param password whether its owner chose one
 * @param secondFactor whether an authenticator application is set up
 * @param passkeys devices with which its owner signs in without a password
 * @param directory whether its owner signs in by the city's own directory
 * @param sessions devices on which it is signed in
 * @param lastSeen when one of those was last used; none if it is signed in nowhere
 * @param grants roles granted to it that have not run out
 */
public record AccountSummary(
        AccountId id,
        String login,
        String name,
        @Nullable String mail,
        @Nullable PersonId person,
        boolean active,
        boolean password,
        boolean secondFactor,
        int passkeys,
        boolean directory,
        int sessions,
        @Nullable Instant lastSeen,
        List<Grant> grants) {

    public AccountSummary {
        grants = List.copyOf(grants);
    }
}
