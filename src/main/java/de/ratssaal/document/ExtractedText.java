package de.ratssaal.document;

import java.util.List;

/**
 * What a file says, as far as it could be read while it was let in.
 *
 * @param pages text of each page from the first on; none if it was not read
 * @param isComplete false if reading took too long or there was too much of it
 */
record ExtractedText(List<String> pages, boolean isComplete) {

    static final ExtractedText NONE = new ExtractedText(List.of(), true);

    ExtractedText {
        pages = List.copyOf(pages);
    }

    /** Whether nothing is left to be read: each page said something. */
    boolean isAll() {
        return isComplete && !pages.isEmpty() && pages.stream().noneMatch(ExtractedText::saysNothing);
    }

    static boolean saysNothing(String text) {
        return text.chars().noneMatch(Character::isLetterOrDigit);
    }
}
