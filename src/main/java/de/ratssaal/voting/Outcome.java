package de.ratssaal.voting;

/** What became of an item. */
public enum Outcome {
    ADOPTED,
    ADOPTED_WITH_CHANGES,
    REJECTED,
    DEFERRED,
    REFERRED,
    NOTED,
    WITHDRAWN;

    /** Whether the proposal became a resolution. */
    public boolean isAdopted() {
        return this == ADOPTED || this == ADOPTED_WITH_CHANGES;
    }

    /** Whether it takes a vote. */
    public boolean needsPoll() {
        return isAdopted() || this == REJECTED;
    }
}
