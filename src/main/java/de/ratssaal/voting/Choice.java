package de.ratssaal.voting;

/** What a member may answer. */
public enum Choice {
    YES,
    NO,
    ABSTENTION
}
