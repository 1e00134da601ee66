package de.ratssaal.election;

import org.jspecify.annotations.Nullable;

/**
 * Who was elected.
 *
 * @param seats 1 for a person; how many a list or group got
 * @param byLot whether the lot decided it; of a list or group, its last seat
 * @param accepts what the person answered; none before
 */
public record Elected(
        CandidateId candidate,
        int seats,
        boolean byLot,
        @Nullable Boolean accepts) {}
