package de.ratssaal.amendment;

/** What became of an amendment on an item. */
public enum AmendmentOutcome {
    ADOPTED,
    REJECTED,
    /** Fell away because another was adopted. */
    SETTLED,
    /** Too few stood behind it: nobody voted on it. */
    NOT_SUPPORTED;

    AmendmentState state() {
        return switch (this) {
            case ADOPTED -> AmendmentState.ADOPTED;
            case REJECTED -> AmendmentState.REJECTED;
            case SETTLED -> AmendmentState.SETTLED;
            case NOT_SUPPORTED -> AmendmentState.NOT_SUPPORTED;
        };
    }
}
