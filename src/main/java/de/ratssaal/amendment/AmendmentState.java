package de.ratssaal.amendment;

/** The way of an amendment. */
public enum AmendmentState {
    /** Being written; only its mover sees it. */
    DRAFT,
    SUBMITTED,
    /** The paper's mover made it their own; nobody votes on it. */
    TAKEN_OVER,
    ADOPTED,
    REJECTED,
    WITHDRAWN,
    /** Fell away because another was adopted. */
    SETTLED,
    /** Too few stood behind it: nobody voted on it. */
    NOT_SUPPORTED;

    boolean leadsTo(AmendmentState next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED;
            case SUBMITTED -> next != DRAFT && next != SUBMITTED;
            case TAKEN_OVER -> next == SUBMITTED;
            // a decision that was noted wrongly is noted again before the text is put to the vote
            case ADOPTED -> next == REJECTED || next == SETTLED || next == SUBMITTED;
            case REJECTED -> next == ADOPTED || next == SETTLED;
            case SETTLED -> next == ADOPTED || next == REJECTED;
            case NOT_SUPPORTED -> next == ADOPTED || next == REJECTED || next == SETTLED;
            case WITHDRAWN -> false;
        };
    }

    /** Whether it still follows the paper when that is released anew. */
    boolean followsPaper() {
        return switch (this) {
            case DRAFT, SUBMITTED, TAKEN_OVER, ADOPTED -> true;
            case REJECTED, WITHDRAWN, SETTLED, NOT_SUPPORTED -> false;
        };
    }

    boolean isDecided() {
        return this == ADOPTED || this == REJECTED || this == SETTLED || this == NOT_SUPPORTED;
    }
}
