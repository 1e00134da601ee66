package de.ratssaal.meeting;

/** How an invitation reached a member. */
public enum DeliveryWay {
    MAIL,
    /** Given by hand or by post; recorded by the secretariat. */
    HANDED_OVER
}
