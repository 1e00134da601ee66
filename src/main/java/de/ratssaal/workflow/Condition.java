package de.ratssaal.workflow;

/** When a step is needed. */
public enum Condition {
    ALWAYS,
    /** Only if the author says that the paper costs or brings in money. */
    FINANCIAL_EFFECTS,
    /** Only for non-public papers. */
    NON_PUBLIC
}
