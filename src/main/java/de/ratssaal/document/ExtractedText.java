package de.ratssaal.document;

/**
 * What a file says, for searching.
 *
 * @param isComplete false if reading took too long or there was too much of it
 */
record ExtractedText(String text, boolean isComplete) {

    static final ExtractedText NONE = new ExtractedText("", true);
}
