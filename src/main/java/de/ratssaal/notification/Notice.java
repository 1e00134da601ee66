package de.ratssaal.notification;

import java.net.URI;
import java.util.Locale;

/**
 * A short letter to one person: something waits for them in the application.
 *
 * @param messageId the same each time this letter is handed over
 * @param address mail address of the person
 * @param name full name of the person
 * @param application address below which the application's pages are
 */
public record Notice(String messageId, String address, String name, Locale language, Matter matter, URI application) {}
