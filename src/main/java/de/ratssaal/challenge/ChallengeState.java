package de.ratssaal.challenge;

/** What became of a challenge. */
public enum ChallengeState {
    PENDING,
    /** The vote is taken again. */
    GRANTED,
    /** The result stays. */
    REJECTED,
    WITHDRAWN
}
