package de.ratssaal.rules;

/** Between which members messages may be exchanged in a meeting. */
public enum MessagesAmong {
    /** Between none: whoever has something to say says it to all, or to the chair. */
    NOBODY,
    /** Between members of one political group. */
    GROUP,
    EVERYBODY
}
