package de.ratssaal.voting;

/** Counted votes. */
public record Tally(int yes, int no, int abstentions) {

    public static final Tally EMPTY = new Tally(0, 0, 0);

    public Tally {
        if (yes < 0 || no < 0 || abstentions < 0) {
            throw new IllegalArgumentException("%d yes, %d no, %d abstentions".formatted(yes, no, abstentions));
        }
    }

    /** One vote. */
    static Tally of(Choice choice) {
        return switch (choice) {
            case YES -> new Tally(1, 0, 0);
            case NO -> new Tally(0, 1, 0);
            case ABSTENTION -> new Tally(0, 0, 1);
        };
    }

    /** How many voted. */
    public int total() {
        return yes + no + abstentions;
    }

    /** As many yes as no. */
    public boolean isTie() {
        return yes == no;
    }

    public Tally plus(Tally other) {
        return new Tally(yes + other.yes, no + other.no, abstentions + other.abstentions);
    }
}
