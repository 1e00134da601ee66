package de.ratssaal.conduct;

/** What a meeting does with its agenda. */
public enum ActKind {
    ADOPT,
    MOVE,
    JOIN,
    SEPARATE,
    DEFER,
    REFER,
    WITHDRAW,
    /** The public is excluded from the item. */
    EXCLUDE,
    /** It was deliberated whether to exclude the public, and the public was let in again. */
    ADMIT;

    /** Whether it is taken back as it was done; who may listen takes another decision. */
    public boolean canBeUndone() {
        return this != EXCLUDE && this != ADMIT;
    }
}
