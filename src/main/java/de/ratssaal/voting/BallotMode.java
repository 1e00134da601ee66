package de.ratssaal.voting;

/** How a poll is taken (R9). */
public enum BallotMode {
    /** By device or by hand; how each voted by device is shown once it is closed (R15). */
    OPEN,
    /** Each vote beside the name of who cast it: by device, or called out in the order of the alphabet. */
    ROLL_CALL,
    /** Nobody learns who voted how. */
    SECRET
}
