package de.ratssaal.notification;

/** Why a letter about tasks is written. */
public enum TaskLetterKind {
    /** It is the day's letter that names everything that waits. */
    DIGEST,
    /** Something new waits. */
    AT_ONCE,
    /** A deadline ends soon, or is over. */
    REMINDER
}
