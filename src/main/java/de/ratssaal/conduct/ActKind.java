package de.ratssaal.conduct;

/** What a meeting does with its agenda. */
public enum ActKind {
    ADOPT,
    MOVE,
    JOIN,
    SEPARATE,
    DEFER,
    REFER,
    WITHDRAW;

    /** Whether the item is settled by it. */
    public boolean settles() {
        return this == DEFER || this == REFER || this == WITHDRAW;
    }
}
