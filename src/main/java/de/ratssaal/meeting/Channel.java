package de.ratssaal.meeting;

/** On which way somebody is invited, as they agreed. */
public enum Channel {
    /** They read everything in the application; a mail tells them that there is something to read. */
    PORTAL,
    /** As {@link #PORTAL}, and the mail carries what is public of the packet. What is not public is never mailed. */
    MAIL_PACKET,
    /** On paper, by post or by hand. */
    PRINT
}
