package de.ratssaal.paper;

import java.time.Instant;

/**
 * A paper as it was released.
 *
 * @param number counted from 1 within the paper
 * @param fingerprint of the proposal, see {@link ResolutionProposal#fingerprint()}
 * @param releasedBy name of who released it
 */
public record ReleasedVersion(
        int number,
        String title,
        String originator,
        ResolutionProposal proposal,
        String reasons,
        String fingerprint,
        Instant releasedAt,
        String releasedBy) {}
