package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Whether a member who cannot come may leave their vote to another member. By law nobody may exercise the rights of a member in their
 * place, unless the statutes say so (BGB § 38 sentence 2, § 40); a council's member never may.
 *
 * @param most how many votes of others a member may carry; 0 if votes are not delegated
 * @param countsAsPresent whether a member whose vote is carried counts as present for the quorum
 * @param source paragraph
 */
public record DelegationRule(int most, boolean countsAsPresent, LegalSource source) {

    public DelegationRule {
        if (most < 0) {
            throw new IllegalArgumentException("%d votes of others".formatted(most));
        }
    }

    public boolean permits() {
        return most > 0;
    }
}
