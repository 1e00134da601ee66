package de.ratssaal.voting;

import de.ratssaal.rules.Fraction;

/** Counted votes. */
public record Tally(int yes, int no, int abstentions) {

    public static final Tally EMPTY = new Tally(0, 0, 0);

    public Tally {
        if (yes < 0 || no < 0 || abstentions < 0) {
            throw new IllegalArgumentException("%d yes, %d no, %d abstentions".formatted(yes, no, abstentions));
        }
    }

    /** As many votes of the same choice as its voter has. */
    static Tally of(Vote vote) {
        return switch (vote.choice()) {
            case YES -> new Tally(vote.weight(), 0, 0);
            case NO -> new Tally(0, vote.weight(), 0);
            case ABSTENTION -> new Tally(0, 0, vote.weight());
        };
    }

    /** How many votes. */
    public int total() {
        return yes + no + abstentions;
    }

    /** As many yes as no. */
    public boolean isTie() {
        return yes == no;
    }

    /** Whether so large a share of the votes cast is for it; abstentions are no votes cast, and without any nothing is carried. */
    public boolean isCarriedBy(Fraction share) {
        return yes > 0 && share.isReachedBy(yes, yes + no);
    }

    public Tally plus(Tally other) {
        return new Tally(yes + other.yes, no + other.no, abstentions + other.abstentions);
    }
}
