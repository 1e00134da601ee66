package de.ratssaal.conference.janus;

/** Janus refuses, or does not answer. */
final class JanusTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    static final int NO_SUCH_ROOM = 426;
    static final int ROOM_EXISTS = 427;
    static final int ID_EXISTS = 436;

    /** As the VideoRoom plugin numbers them; 0 if there was no answer. */
    private final int code;

    JanusTrouble(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
