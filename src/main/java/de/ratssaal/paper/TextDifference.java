package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between two texts, word by word.
 *
 * <p>Paragraphs are compared first and words only where paragraphs differ. The work is bounded: texts that have next to
 * nothing in common are shown as replaced in whole paragraphs (ADR 0121). The pieces hold every character of both texts.
 *
 * @param pieces in the order of reading; what was removed stands before what came in its place
 */
public record TextDifference(List<Piece> pieces) {

    /** How a piece of text fares. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * A run of words with the spaces and marks between them.
     *
     * @param text never empty
     */
    public record Piece(Kind kind, String text) {}

    public TextDifference {
        pieces = List.copyOf(pieces);
    }

    /** The difference between a text and the one that comes after it. */
    public static TextDifference between(String before, String after) {
        return new TextDifference(new Gathered().of(before, after));
    }

    /** One text as a whole in place of another: for what is not read word by word, such as a date. */
    public static TextDifference replaced(String before, String after) {
        if (before.equals(after)) {
            return between(before, after);
        }
        return new TextDifference(Stream.of(new Piece(Kind.REMOVED, before), new Piece(Kind.ADDED, after))
                .filter(it -> !it.text().isEmpty())
                .toList());
    }

    public boolean isEmpty() {
        return pieces.stream().allMatch(it -> it.kind() == Kind.SAME);
    }

    public String before() {
        return joined(Kind.ADDED);
    }

    public String after() {
        return joined(Kind.REMOVED);
    }

    private String joined(Kind without) {
        return pieces.stream()
                .filter(it -> it.kind() != without)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    /** Share of the words that were removed or added, in thousandths of all words of both texts. */
    public int changedPerMille() {
        var changed = 0L;
        var all = 0L;
        for (var piece : pieces) {
            var words = Words.of(piece.text()).stream().filter(Words::isWord).count();
            all += piece.kind() == Kind.SAME ? 2 * words : words;
            changed += piece.kind() == Kind.SAME ? 0 : words;
        }
        return all == 0 ? 0 : (int) (changed * 1000 / all);
    }

    /** Puts the pieces together. */
    private static final class Gathered {

        private final EditSearch search = new EditSearch();
        private final List<Piece> raw = new ArrayList<>();

        List<Piece> of(String before, String after) {
            var paragraphs = Words.paragraphs(before);
            var paragraphsAfter = Words.paragraphs(after);
            apply(
                    search.edits(paragraphs, paragraphsAfter).orElse(EditSearch.all(paragraphs, paragraphsAfter)),
                    paragraphs,
                    paragraphsAfter,
                    this::compareParagraphs);
            return tidied();
        }

        private void compareParagraphs(List<String> before, List<String> after) {
            var words = Words.of(String.join("", before));
            var wordsAfter = Words.of(String.join("", after));
            var edits = search.edits(words, wordsAfter);
            if (edits.isPresent()) {
                apply(edits.get(), words, wordsAfter, this::replace);
            } else if (before.size() == after.size() && before.size() > 1) {
                for (var place = 0; place < before.size(); place++) {
                    compareParagraphs(List.of(before.get(place)), List.of(after.get(place)));
                }
            } else {
                replace(before, after);
            }
        }

        private void replace(List<String> before, List<String> after) {
            add(Kind.REMOVED, String.join("", before));
            add(Kind.ADDED, String.join("", after));
        }

        private void apply(
                List<EditSearch.Edit> edits,
                List<String> before,
                List<String> after,
                BiConsumer<List<String>, List<String>> change) {
            var at = 0;
            for (var edit : edits) {
                add(Kind.SAME, String.join("", before.subList(at, edit.from())));
                change.accept(before.subList(edit.from(), edit.to()), after.subList(edit.fromAfter(), edit.toAfter()));
                at = edit.to();
            }
            add(Kind.SAME, String.join("", before.subList(at, before.size())));
        }

        private void add(Kind kind, String text) {
            if (!text.isEmpty()) {
                raw.add(new Piece(kind, text));
            }
        }

        /** Puts neighbours of a kind together. A space or a mark between two changes is no common ground. */
        private List<Piece> tidied() {
            var tidy = new ArrayList<Piece>();
            var removed = new StringBuilder();
            var added = new StringBuilder();
            var same = new StringBuilder();
            for (var piece : raw) {
                if (piece.kind() == Kind.SAME) {
                    same.append(piece.text());
                    continue;
                }
                var isOpen = !removed.isEmpty() || !added.isEmpty();
                if (isOpen && Words.isBetweenWords(same)) {
                    removed.append(same);
                    added.append(same);
                    same.setLength(0);
                } else if (!same.isEmpty()) {
                    end(tidy, removed, added);
                    end(tidy, Kind.SAME, same);
                }
                (piece.kind() == Kind.REMOVED ? removed : added).append(piece.text());
            }
            end(tidy, removed, added);
            end(tidy, Kind.SAME, same);
            return tidy;
        }

        private static void end(List<Piece> tidy, StringBuilder removed, StringBuilder added) {
            if (removed.compareTo(added) == 0) {
                removed.setLength(0);
                end(tidy, Kind.SAME, added);
            }
            end(tidy, Kind.REMOVED, removed);
            end(tidy, Kind.ADDED, added);
        }

        private static void end(List<Piece> tidy, Kind kind, StringBuilder text) {
            if (!text.isEmpty()) {
                tidy.add(new Piece(kind, text.toString()));
                text.setLength(0);
            }
        }
    }
}
