package de.ratssaal.paper;

/**
 * A part of a resolution's point.
 *
 * @param label how it is numbered, such as {@code (1)}, {@code a)} or {@code -}
 * @param text its wording without the label; paragraphs are separated by line breaks
 */
public record SubPoint(String label, String text) {}
