package de.ratssaal.teller;

/** The way of a ceremony. There is no way back: after one that was broken off another is begun. */
public enum CeremonyState {
    RUNNING,
    ABORTED,
    DONE
}
