package de.ratssaal.floor;

/** The way of a request for the floor. */
public enum RequestState {
    WAITING,
    SPEAKING,
    /** Had the floor until the chair let somebody speak to the rules of procedure, and will have it again. */
    SET_ASIDE,
    ENDED,
    WITHDRAWN,
    /** Taken off the list by the chair. */
    REMOVED,
    /** The item came to its end before, or who asked left or was recused. */
    LAPSED;

    /** Whether somebody still waits for the floor. */
    boolean waits() {
        return switch (this) {
            case WAITING, SET_ASIDE -> true;
            case SPEAKING, ENDED, WITHDRAWN, REMOVED, LAPSED -> false;
        };
    }
}
