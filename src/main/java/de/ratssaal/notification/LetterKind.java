package de.ratssaal.notification;

/** What a letter is about. */
public enum LetterKind {
    INVITATION,
    CANCELLATION
}
