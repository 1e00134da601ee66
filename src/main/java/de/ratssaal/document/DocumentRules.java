package de.ratssaal.document;

/**
 * What the administrator chose about files.
 *
 * @param acceptUnscanned whether a file is let in while the virus scanner that is set does not answer; it is scanned
 *     afterwards
 */
public record DocumentRules(ActiveContentRule activeContent, boolean acceptUnscanned) {}
