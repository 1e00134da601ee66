package de.ratssaal.rules;

/** Whether minutes name who spoke on an item. */
public enum SpeakersNamed {
    NOT,
    /** In the order in which they spoke. */
    IN_ORDER,
    /** And when each began. */
    WITH_TIME
}
