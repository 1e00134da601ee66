package de.ratssaal.identity;

import java.time.Instant;

/**
 * One device with which its owner signs in without a password.
 *
 * @param id names it, to its owner only
 * @param label what the owner called it
 */
public record PasskeySummary(String id, String label, Instant createdAt, Instant lastUsedAt) {}
