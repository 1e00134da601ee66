package de.ratssaal.workflow;

/** Who acts in a step. For an office its head acts, or whoever stands in. */
public enum Actor {
    /** The office that writes the paper. */
    AUTHOR_OFFICE,
    /** Offices that the process names. */
    OFFICES,
    /** Offices that the author names when the paper is submitted. */
    CHOSEN_OFFICES,
    /** The secretariat that prepares the paper. */
    SECRETARIAT,
    /** Nobody: it happens by itself when everything before it is done. */
    AUTOMATIC
}
