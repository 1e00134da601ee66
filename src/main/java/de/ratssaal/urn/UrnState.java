package de.ratssaal.urn;

/** The way of a secret vote by device. There is no way back; before ballots are decided on it can be broken off at any point. */
public enum UrnState {
    /** Devices register the public part of their credentials. */
    REGISTERING,
    /** Ballots are taken. */
    OPEN,
    /** The urn is shut, and the tellers are asked to decrypt the sum. */
    DECRYPTING,
    /** There is a result; the tellers' browsers verify it. */
    CONFIRMING,
    /** Enough tellers have confirmed it; it has yet to be entered as the result of the poll. */
    CONFIRMED,
    /** The result is that of the poll. */
    SETTLED,
    /** A teller's browser found the record wrong. Nothing comes of it. */
    REFUSED,
    /** Broken off. */
    CANCELLED;

    /** Whether the poll is being taken by device at this moment. */
    public boolean isRunning() {
        return this != SETTLED && this != CANCELLED;
    }

    /** Whether the list of voters and credentials is fixed. */
    boolean isOpened() {
        return this != REGISTERING && this != CANCELLED;
    }
}
