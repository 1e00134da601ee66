package de.ratssaal.notification;

/** What came of handing a letter on. */
public sealed interface Handover {

    /** It was taken over for the person's mailbox. */
    record Accepted() implements Handover {}

    /**
     * Nothing was taken over, and it is of no use to try again.
     *
     * @param why what the mail server said, or the key of a sentence
     */
    record Refused(String why) implements Handover {}

    /**
     * Nothing was taken over; later it may be.
     *
     * @param why what the mail server said, or the key of a sentence
     */
    record NotNow(String why) implements Handover {}

    /** The connection broke while the letter was being taken over: it may have been or not. */
    record Unclear() implements Handover {}
}
