package de.ratssaal.attendance;

/** From where a member takes part. */
public enum Place {
    ROOM,
    REMOTE
}
