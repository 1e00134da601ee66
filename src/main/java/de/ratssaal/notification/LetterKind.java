package de.ratssaal.notification;

/** What a letter is about. */
public enum LetterKind {
    INVITATION,
    CANCELLATION,
    /** What changed after the invitation. */
    SUPPLEMENT,
    /** A substitute is not needed after all. */
    RELEASE;

    /** Whether the meeting takes place for whoever gets the letter. */
    public boolean invites() {
        return this == INVITATION || this == SUPPLEMENT;
    }
}
