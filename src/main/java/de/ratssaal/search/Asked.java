package de.ratssaal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody asked for: words that all have to be there, "words in this order", and -words that must not be there. A word
 * of four letters or more is found at the beginning of longer ones too, unless it fills the answer as it is.
 */
public final class Asked {

    /** A longer question is cut off. */
    public static final int LONGEST = 200;

    private static final Pattern PART = Pattern.compile("(?<![\\p{L}\\p{N}])(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");
    private static final int MOST_PARTS = 12;
    private static final int SHORTEST_BEGINNING = 4;

    private final String text;
    private final List<Part> wanted;
    private final List<Part> unwanted;

    private Asked(String text, List<Part> wanted, List<Part> unwanted) {
        this.text = text;
        this.wanted = List.copyOf(wanted);
        this.unwanted = List.copyOf(unwanted);
    }

    /**
     * A word, or several in their order.
     *
     * @param isExact whether longer words that begin so are none
     */
    private record Part(List<German.Token> words, boolean isExact, String written) {

        String query(boolean beginnings) {
            var query = new StringBuilder("(");
            for (var at = 0; at < words.size(); at++) {
                var word = words.get(at);
                if (at > 0) {
                    query.append(" <%d> "
                            .formatted(word.position() - words.get(at - 1).position()));
                }
                query.append(German.quoted(word.stem()));
                if (beginnings && isBeginning(word)) {
                    query.append(":*");
                }
            }
            return query.append(')').toString();
        }

        /** Without their order, in which words of a title are not kept a second time. */
        String queryOfTitle(boolean beginnings) {
            return words.stream()
                    .map(it -> German.quoted("=" + it.stem()) + (beginnings && isBeginning(it) ? ":*" : ""))
                    .collect(Collectors.joining(" & ", "(", ")"));
        }

        private boolean isBeginning(German.Token word) {
            return !isExact
                    && word.stem().length() >= SHORTEST_BEGINNING
                    && word.stem().chars().allMatch(Character::isLetter);
        }
    }

    /** Reads a question. */
    public static Asked read(String question, German german) {
        var text = question.strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var wanted = new ArrayList<Part>();
        var unwanted = new ArrayList<Part>();
        var parts = PART.matcher(
                German.clean(text).replace('„', '"').replace('“', '"').replace('”', '"'));
        while (parts.find() && wanted.size() + unwanted.size() < MOST_PARTS) {
            var isPhrase = parts.group(2) != null;
            var written = isPhrase ? parts.group(2) : parts.group(3);
            var words = german.tokens(written);
            if (!words.isEmpty()) {
                (parts.group(1).isEmpty() ? wanted : unwanted).add(new Part(words, isPhrase, written));
            }
        }
        return new Asked(text, wanted, unwanted);
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** As it was typed. */
    public String text() {
        return text;
    }

    /**
     * For PostgreSQL, to be cast to {@code tsquery}.
     *
     * @param beginnings whether longer words that begin with one asked for are found too, which costs much with usual words
     */
    public String query(boolean beginnings) {
        return ranked(beginnings) + withoutUnwanted();
    }

    /** As {@link #query}, with all of it in the title. */
    String queryOfTitle(boolean beginnings) {
        return wanted.stream().map(it -> it.queryOfTitle(beginnings)).collect(Collectors.joining(" & "))
                + wanted.stream()
                        .filter(it -> it.words().size() > 1)
                        .map(it -> " & " + it.query(beginnings))
                        .collect(Collectors.joining())
                + withoutUnwanted();
    }

    /** Only what is wanted, for ranking. */
    public String rankedBy() {
        return ranked(true);
    }

    private String ranked(boolean beginnings) {
        return wanted.stream().map(it -> it.query(beginnings)).collect(Collectors.joining(" & "));
    }

    /** Compounds with an unwanted word go with it, since they are kept under their parts as well. */
    private String withoutUnwanted() {
        return unwanted.stream().map(it -> " & !" + it.query(false)).collect(Collectors.joining());
    }

    /** Words that stand alone, as they were typed: those that may be mistyped. */
    List<String> singleWords() {
        return wanted.stream()
                .filter(it -> it.words().size() == 1 && !it.isExact())
                .map(Part::written)
                .filter(it -> it.length() >= SHORTEST_BEGINNING)
                .distinct()
                .toList();
    }

    /** Whether a word of a text is one of those asked for. */
    Predicate<German.Token> marks() {
        var exact = stems(true);
        var beginnings = stems(false);
        return token -> matches(token.stem(), exact, beginnings)
                || token.parts().stream().anyMatch(it -> matches(it, exact, beginnings));
    }

    private Set<String> stems(boolean isExact) {
        return wanted.stream()
                .flatMap(part -> part.words().stream().filter(it -> part.isBeginning(it) != isExact))
                .map(German.Token::stem)
                .collect(Collectors.toSet());
    }

    private static boolean matches(String stem, Set<String> exact, Set<String> beginnings) {
        return exact.contains(stem) || beginnings.stream().anyMatch(stem::startsWith);
    }
}
