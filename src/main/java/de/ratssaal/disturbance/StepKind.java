package de.ratssaal.disturbance;

/** What may have to be taken again. */
public enum StepKind {
    POLL,
    MOTION,
    ELECTION
}
