package de.ratssaal.conference;

/** Whether somebody may come into the room that is open now, and if not, why. */
public enum Entry {
    OPEN,
    /** The meeting is held in one room, without video. */
    NO_VIDEO,
    /** It does not run, nor will it soon. */
    NOT_NOW,
    NOT_INVITED,
    /** Was entered as having left the meeting, and has not said that they take part again. */
    LEFT,
    /** A guest whom the chair has not let in. */
    LOBBY,
    /** Recused on the item (R7). */
    RECUSED,
    /** Has yet to confirm that nobody else listens (R17). */
    ALONE
}
