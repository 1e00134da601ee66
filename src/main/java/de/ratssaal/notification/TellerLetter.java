package de.ratssaal.notification;

import de.ratssaal.teller.TellerLetterKind;
import java.net.URI;
import java.util.Locale;

/**
 * A letter to one teller. It says that something waits, and where; nothing of a key, and not what was voted on.
 *
 * @param messageId the same each time this letter is handed over
 * @param address mail address of the teller
 * @param name full name of the teller
 * @param organization name of the organization whose secret votes they count
 * @param contact the body's address, telephone and mail, one per line
 * @param link the tellers' own page
 */
public record TellerLetter(
        String messageId,
        String address,
        String name,
        Locale language,
        TellerLetterKind kind,
        String organization,
        String contact,
        URI link) {}
