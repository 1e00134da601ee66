package de.ratssaal.publication;

/** What can be published. */
public enum PublicKind {
    BODY,
    ORGANIZATION,
    PERSON,
    MEETING,
    PAPER,
    DECISION,
    CIRCULAR,
    MINUTES,
    FILE
}
