package de.ratssaal.search;

/**
 * A piece of text.
 *
 * @param isHit whether it is what was searched for
 */
public record Marked(String text, boolean isHit) {}
