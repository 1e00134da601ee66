package de.ratssaal.circular;

/** The way of a circular resolution. There is no way back. */
public enum CircularState {
    /** Members answer. */
    RUNNING,
    /** It was counted. */
    DECIDED,
    /** It ended without a result. */
    WITHDRAWN
}
