package de.ratssaal.notification;

import de.ratssaal.circular.CircularLetterKind;
import de.ratssaal.circular.CircularSummary;
import java.net.URI;
import java.util.Locale;

/**
 * A letter to one member whose answer to a circular resolution is waited for.
 *
 * @param messageId the same each time this letter is handed over
 * @param address mail address of the member
 * @param name full name of the member
 * @param contact the body's address, telephone and mail, one per line
 * @param link where it is answered
 */
public record CircularLetter(
        String messageId,
        String address,
        String name,
        Locale language,
        CircularLetterKind kind,
        CircularSummary circular,
        String contact,
        URI link) {}
