package de.ratssaal.message;

/** What a message is about. */
public enum MessageSubject {
    /** Wants to speak, or to be seen: the chair may have missed a raised hand. */
    WANTS_TO_SPEAK,
    /** Hears or sees nothing, or something on the device does not work. */
    TROUBLE,
    QUESTION,
    /** Anything else, and every answer. */
    WORDS;

    /** Whether the subject says it all. */
    public boolean needsNoWords() {
        return this == WANTS_TO_SPEAK || this == TROUBLE;
    }
}
