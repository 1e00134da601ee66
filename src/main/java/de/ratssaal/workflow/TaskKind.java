package de.ratssaal.workflow;

/** What somebody is to do with a paper. */
public enum TaskKind {
    /** Write it and submit it. */
    WRITE,
    /** Change it and submit it again, or leave it. */
    REVISE,
    CO_SIGN,
    APPROVE,
    RELEASE,
    /** Another office has let its deadline run for long: ask it, or go on without it. */
    CHASE
}
