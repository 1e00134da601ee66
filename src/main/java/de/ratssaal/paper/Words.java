package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts texts into what is compared: paragraphs, and words with the spaces and marks between them. */
final class Words {

    private Words() {}

    /** Words, spaces and single marks in order; put together again they are the text. A line break stands alone. */
    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var start = 0;
        while (start < text.length()) {
            var end = end(text, start);
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }

    private static int end(String text, int start) {
        var first = text.codePointAt(start);
        var end = start + Character.charCount(first);
        while (end < text.length() && goesOn(text, start, end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean goesOn(String text, int start, int at) {
        var first = text.codePointAt(start);
        var next = text.codePointAt(at);
        if (isPartOfWord(first)) {
            // 12.000 and 3,5 are one number each
            return isPartOfWord(next)
                    || (next == '.' || next == ',')
                            && Character.isDigit(text.codePointBefore(at))
                            && at + 1 < text.length()
                            && Character.isDigit(text.codePointAt(at + 1));
        }
        return first == ' ' && next == ' ';
    }

    private static boolean isPartOfWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    /** Paragraphs, each with the line break that ends it. */
    static List<String> paragraphs(String text) {
        var paragraphs = new ArrayList<String>();
        var start = 0;
        while (start < text.length()) {
            var end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            paragraphs.add(text.substring(start, end));
            start = end;
        }
        return paragraphs;
    }

    static boolean isWord(String piece) {
        return !piece.isEmpty() && isPartOfWord(piece.codePointAt(0));
    }

    /** Whether it is no more than spaces and marks within a paragraph. */
    static boolean isBetweenWords(CharSequence text) {
        return text.codePoints().noneMatch(it -> it == '\n' || isPartOfWord(it));
    }

    /** The words that occur in a text, however they are written. */
    static Set<String> vocabulary(String text) {
        var words = new HashSet<String>();
        of(text).stream()
                .filter(Words::isWord)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .forEach(words::add);
        return words;
    }
}
