package de.ratssaal.disturbance;

/** What becomes of a step that a disturbance affected. */
public enum StepDecision {
    REPEAT,
    KEEP
}
