package de.ratssaal.floor;

/** Why somebody who is no member may speak. */
public enum GuestKind {
    /** Asks in the time for residents' questions. */
    RESIDENT,
    /** Was invited to an item, as an expert or a guest. */
    EXPERT
}
