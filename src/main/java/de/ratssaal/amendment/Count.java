package de.ratssaal.amendment;

import de.ratssaal.base.Refusal;

/** Votes on an amendment as they were counted by hand. */
public record Count(int yes, int no, int abstentions) {

    public Count {
        if (yes < 0 || no < 0 || abstentions < 0) {
            throw new IllegalArgumentException("%d yes, %d no, %d abstentions".formatted(yes, no, abstentions));
        }
    }

    boolean isTie() {
        return yes == no;
    }

    /**
     * @param castingVote whether the rules let the chair break a tie (R8); where they do not, a tie rejects
     * @throws Refusal if this count cannot have led there
     */
    void require(AmendmentOutcome outcome, boolean castingVote) {
        var canBeAdopted = yes > no || yes == no && castingVote;
        if (outcome == AmendmentOutcome.ADOPTED && !canBeAdopted || outcome == AmendmentOutcome.REJECTED && no < yes) {
            throw new Refusal("amendment.decide.count-contradicts");
        }
    }
}
