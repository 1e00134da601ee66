package de.ratssaal.voting;

/** What a poll decides. */
public enum PollPurpose {
    /** What becomes of the item. */
    PROPOSAL,
    /** A motion on the procedure; the item stays open. */
    PROCEDURE
}
