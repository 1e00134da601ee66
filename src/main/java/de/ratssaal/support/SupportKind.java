package de.ratssaal.support;

/** What can be supported. */
public enum SupportKind {
    /** A motion on the procedure, or the demand for a roll call or a secret vote (R9). */
    PROCEDURE,
    /** An amendment to the text before the meeting. */
    AMENDMENT,
    /** That the item is urgent of which the invited were not told in time (R3). */
    URGENCY,
    /** The motion that members brought in as a paper. */
    PAPER
}
