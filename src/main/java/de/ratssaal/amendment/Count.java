package de.ratssaal.amendment;

import de.ratssaal.base.Refusal;

/** Votes on an amendment as they were counted by hand. */
public record Count(int yes, int no, int abstentions) {

    public Count {
        if (yes < 0 || no < 0 || abstentions < 0) {
            throw new IllegalArgumentException("%d yes, %d no, %d abstentions".formatted(yes, no, abstentions));
        }
    }

    /** @throws Refusal if this count cannot have led there; at a tie it is the chair who says what follows (R8) */
    void require(AmendmentOutcome outcome) {
        if (outcome == AmendmentOutcome.ADOPTED && yes < no || outcome == AmendmentOutcome.REJECTED && no < yes) {
            throw new Refusal("amendment.decide.count-contradicts");
        }
    }
}
