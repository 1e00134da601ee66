package de.ratssaal.meeting;

/** How an invitation reached a member. */
public enum DeliveryWay {
    MAIL,
    /** The member opened it in the application. */
    PORTAL,
    /** Given by hand or by post; recorded by the secretariat. */
    HANDED_OVER
}
