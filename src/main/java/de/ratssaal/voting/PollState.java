package de.ratssaal.voting;

/** The way of a poll. There is no way back: a poll that went wrong is cancelled and a new one is opened. */
public enum PollState {
    PREPARED,
    OPEN,
    CLOSED,
    CANCELLED;

    boolean leadsTo(PollState next) {
        return switch (this) {
            case PREPARED -> next == OPEN || next == CANCELLED;
            case OPEN -> next == CLOSED || next == CANCELLED;
            case CLOSED, CANCELLED -> false;
        };
    }
}
