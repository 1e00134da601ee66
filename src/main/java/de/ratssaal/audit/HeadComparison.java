package de.ratssaal.audit;

/** What the log says to a head that was kept outside. */
public enum HeadComparison {
    /** The log still begins with the entries that the head counted. */
    SAME,
    /** One of those entries is another one now, or stands elsewhere. */
    OTHER,
    /** The head counted more entries than the log has. */
    LONGER,
    /** The head was not signed with a key of this log, or was altered since. */
    NOT_GENUINE
}
