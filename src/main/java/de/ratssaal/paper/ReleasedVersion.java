package de.ratssaal.paper;

import java.time.Instant;

/**
 * A paper as it was released.
 *
 * @param number counted from 1 within the paper
 * @param details what it says beside title, proposal and reasons; those who show it leave out what is not public
 * @param fingerprint of the proposal, see {@link ResolutionProposal#fingerprint()}
 * @param releasedBy name of who released it
 */
public record ReleasedVersion(
        int number,
        String title,
        String originator,
        ResolutionProposal proposal,
        String reasons,
        PaperDetails details,
        String fingerprint,
        Instant releasedAt,
        String releasedBy) {

    /** Without the sections that are not for everybody. */
    ReleasedVersion forEverybody() {
        return new ReleasedVersion(
                number,
                title,
                originator,
                proposal,
                reasons,
                details.forEverybody(),
                fingerprint,
                releasedAt,
                releasedBy);
    }
}
