package de.ratssaal.election;

/** How votes are given in a round. */
public enum RoundWay {
    /** Secret, on paper. */
    PAPER,
    /** Open, by hands that are raised. */
    HANDS,
    /** Secret, with the members' devices. */
    DEVICE
}
