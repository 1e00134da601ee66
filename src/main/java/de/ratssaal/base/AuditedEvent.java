package de.ratssaal.base;

/**
 * Something of legal relevance that happened. It is entered into the audit log in the transaction that made it true.
 *
 * <p>Whoever reads the audit log may read {@link #auditLine()}: it never holds a secret, a secret choice or a resident's
 * data.
 */
public interface AuditedEvent {

    /** What happened, in one English sentence with identifiers and values. */
    String auditLine();

    /** What it happened to, such as {@code meeting/6f1c…}; the log can be read by subject. */
    String auditSubject();
}
