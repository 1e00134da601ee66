package de.ratssaal.election;

/** How votes are given in a round. */
public enum RoundWay {
    /** Secret, on paper. */
    PAPER,
    /** Open, by hands that are raised. */
    HANDS,
    /** Secret, with the members' devices. */
    DEVICE;

    /** Whether a vote may turn out not to count: a raised hand always does, and of a device only a ballot that holds is taken. */
    public boolean knowsInvalid() {
        return this == PAPER;
    }
}
