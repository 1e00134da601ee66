package de.ratssaal.meeting;

/** How a meeting is held. */
public enum MeetingMode {
    IN_PERSON,
    /** Some members in the room, some remotely. */
    HYBRID,
    /** Nobody in the room. */
    DIGITAL
}
