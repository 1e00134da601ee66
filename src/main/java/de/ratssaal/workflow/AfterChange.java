package de.ratssaal.workflow;

/** What becomes of a co-signature when the text changes after it. An approval is always void then. */
public enum AfterChange {
    /** It is void, and the office is asked again. */
    VOID,
    /** It stays, marked as given for an earlier text. */
    MARK
}
