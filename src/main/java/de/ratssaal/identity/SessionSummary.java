package de.ratssaal.identity;

import java.time.Instant;

/**
 * One device on which an account is signed in.
 *
 * @param address network address it was last opened from
 * @param device what the browser says it is
 * @param current whether it is the one that asks
 */
public record SessionSummary(
        SessionId id,
        SignInMethod method,
        boolean secondFactor,
        String address,
        String device,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        boolean current) {}
