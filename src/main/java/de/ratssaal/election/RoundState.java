package de.ratssaal.election;

/** The way of a round. */
public enum RoundState {
    /** It comes next. */
    PROPOSED,
    /** Ballots are handed out and put into the urn. */
    OPEN,
    /** The urn is closed; tellers count. */
    COUNTING,
    SETTLED,
    CANCELLED
}
