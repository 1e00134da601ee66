package de.ratssaal.paper;

/**
 * Something in a text that was not understood, or that its reader should look at. The wording itself is kept whole.
 *
 * @param kind what is the matter
 * @param quote the place, in the words of the text
 */
public record ReadingRemark(Kind kind, String quote) {

    /** What may be the matter with a text. */
    public enum Kind {
        /** There is nothing to read. */
        NO_WORDING,
        /** The points are not numbered; the wording was taken as one point. */
        NO_NUMBERING,
        /** A number was left out. */
        GAP,
        /** A number comes twice, or after a higher one. */
        REPEATED_NUMBER,
        /** A number without wording. */
        EMPTY_POINT,
        /** A point that is not there is referred to. */
        UNKNOWN_REFERENCE,
        /** What looks like a date could not be read as one. */
        UNCLEAR_DATE,
        /** A point names another date after the one that was taken as its due date. */
        SECOND_DATE,
        /** A date stands in a part of a point and was not taken over. */
        DATE_IN_PART,
        /** A word is broken at the end of a line; whether the hyphen belongs to it is not clear. */
        BROKEN_WORD,
        /** The vote does not name both yes and no. */
        INCOMPLETE_VOTE,
        /** The text says the outcome in more than one way. */
        SECOND_OUTCOME,
        /** What stands before the wording was not understood. */
        UNREAD_BEFORE,
        /** What stands after the wording was not understood. */
        UNREAD_AFTER
    }
}
