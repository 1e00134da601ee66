package de.ratssaal.paper;

/** What became of a proposal, as a text says it. */
public enum StatedOutcome {
    ADOPTED,
    ADOPTED_WITH_CHANGES,
    REJECTED,
    DEFERRED,
    REFERRED,
    NOTED,
    WITHDRAWN
}
