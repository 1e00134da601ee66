package de.ratssaal.notification;

/** What a letter is about. */
public enum LetterKind {
    INVITATION,
    CANCELLATION,
    /** What changed after the invitation. */
    SUPPLEMENT,
    /** A substitute is not needed after all. */
    RELEASE,
    /** A member comes after all; what became of their substitute. */
    RETURN,
    /** For the secretariat: nobody is left to be called in the place of a member. */
    UNFILLED;

    /** Whether the meeting takes place for whoever gets the letter. */
    public boolean invites() {
        return this == INVITATION || this == SUPPLEMENT || this == RETURN;
    }

    /** Whether it tells of a seat before the meeting begins: only the last word on it counts. */
    public boolean isForBefore() {
        return this == RETURN || this == UNFILLED;
    }

    /** Whether it concerns the calendar of whoever gets it. */
    public boolean isForTheirCalendar() {
        return this != UNFILLED;
    }

    /** Whether documents may come with it. */
    public boolean carriesPacket() {
        return this == INVITATION || this == SUPPLEMENT;
    }
}
