package de.ratssaal.reader;

/** Colour of a highlight. */
public enum MarkColour {
    YELLOW,
    GREEN,
    BLUE,
    RED
}
