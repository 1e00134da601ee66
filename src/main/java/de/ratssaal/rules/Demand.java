package de.ratssaal.rules;

/**
 * How many have to ask for something before it is done.
 *
 * @param share of those present, or of all members
 * @param exceeded whether it takes more than the share; otherwise the share itself is enough
 * @param ofAllMembers whether the share is one of the legal strength, whoever is present
 */
public record Demand(Fraction share, boolean exceeded, boolean ofAllMembers) {

    /** At least this share of those present. */
    public static Demand of(Fraction share) {
        return new Demand(share, false, false);
    }

    /** More than this share of those present. */
    public static Demand ofMoreThan(Fraction share) {
        return new Demand(share, true, false);
    }

    /** At least this share of all members. */
    public static Demand ofAll(Fraction share) {
        return new Demand(share, false, true);
    }

    /**
     * @param asking how many ask
     * @param present how many are present and entitled to vote
     * @param members legal strength
     */
    public boolean isMetBy(int asking, int present, int members) {
        var whole = ofAllMembers ? members : present;
        return exceeded ? share.isExceededBy(asking, whole) : share.isReachedBy(asking, whole);
    }
}
