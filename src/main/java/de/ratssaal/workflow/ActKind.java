package de.ratssaal.workflow;

/** What somebody did with a paper on its way. */
public enum ActKind {
    /** It was given to an office to be written. */
    BEGUN,
    SUBMITTED,
    CO_SIGNED,
    APPROVED,
    /** Back to the author, with reasons. */
    REFUSED,
    /** Another office was asked in addition. */
    ASKED_ALSO,
    /** The author called it back. */
    CALLED_BACK,
    /** The secretariat went on without an office. */
    PASSED_OVER,
    /** The text changed: what was signed or approved before does not count any more. */
    VOIDED,
    RELEASED,
    /** The paper was withdrawn. */
    ENDED
}
