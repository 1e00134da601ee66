package de.ratssaal.workflow;

/** What is done in a step. */
public enum StepKind {
    /** The offices concerned say that they agree (Mitzeichnung). */
    CO_SIGN,
    /** Whoever answers for the paper approves it (Freigabe, Schlusszeichnung). What is released later is what they approved. */
    APPROVE,
    /** The paper is released: those whom it concerns can read it. Always the last step. */
    RELEASE
}
