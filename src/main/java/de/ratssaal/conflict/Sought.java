package de.ratssaal.conflict;

import de.ratssaal.search.German;
import de.ratssaal.search.German.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a text, in its German forms: umlauts and endings do not matter, a title or a legal form may be missing, a street
 * may be shortened. A person is found by their whole name in either order, or by the family name behind {@code Frau} and the like.
 */
final class Sought {

    private static final Pattern TITLES = Pattern.compile(
            "(?iu)\\b(dr|prof|dipl|ing|med|jur|phil|rer|nat|mag|herr|frau)\\b\\.?|\\b(von|van|zu|de|der|den)\\b");
    private static final Pattern LEGAL_FORMS = Pattern.compile(
            "(?iu)\\b(gmbh|mbh|ggmbh|ag|kg|kgaa|ohg|ug|gbr|eg|se|ev|vvag|haftungsbeschränkt)\\b|\\be\\.\\s?[vgk]\\.|&\\s?co\\.?");
    private static final Pattern STREET = Pattern.compile("(?iu)str(?:\\.|\\b)");
    private static final Set<String> BEFORE_NAMES =
            Set.of("herr", "herrn", "frau", "famili", "eheleut", "eheleuten", "erben", "erb", "gebrud");
    private static final String PLAIN = "abcdefghijklmnopqrstvwxyz0123456789";
    private static final int SHORTEST_HINT = 3;
    /** A middle name, or the comma between family name and given name, may stand between. */
    private static final int NEAR = 3;

    private final InterestKind kind;
    private final List<Token> words;
    private final @Nullable String hint;

    private Sought(InterestKind kind, List<Token> words, @Nullable String hint) {
        this.kind = kind;
        this.words = List.copyOf(words);
        this.hint = hint;
    }

    /**
     * Where it stands in a text.
     *
     * @param end behind its last letter
     */
    record Place(int start, int end) {}

    static Sought of(German german, InterestKind kind, String words) {
        var meant = plain(kind, words);
        var tokens = german.tokens(meant);
        // a person may be named by the family name alone
        var surely = kind == InterestKind.PERSON && !tokens.isEmpty() ? List.of(tokens.getLast()) : tokens;
        return new Sought(kind, tokens, hint(surely, meant));
    }

    /** Whether there is a word left that one could look for. */
    boolean isSomething() {
        return words.stream().anyMatch(it -> it.end() - it.start() > 1);
    }

    /** Without what need not be in the text. */
    private static String plain(InterestKind kind, String words) {
        var text = German.clean(words);
        var left = switch (kind) {
            case PERSON -> TITLES.matcher(text).replaceAll(" ");
            case COMPANY -> LEGAL_FORMS.matcher(text).replaceAll(" ");
            case PLACE -> streets(text);
        };
        return left.isBlank() ? text : left;
    }

    private static String streets(String text) {
        return STREET.matcher(text).replaceAll("strasse");
    }

    /** The beginning of the longest word as far as it is written in one way only: a text without it need not be read. */
    private static @Nullable String hint(List<Token> tokens, String text) {
        return tokens.stream()
                .map(it -> text.substring(it.start(), it.end()).toLowerCase(Locale.GERMAN))
                .map(Sought::beginning)
                .filter(it -> it.length() >= SHORTEST_HINT)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse(null);
    }

    /** Neither a letter that may be an umlaut, nor the last letters, which change. */
    private static String beginning(String word) {
        var end = 0;
        while (end < word.length() - 1 && end < 5 && isPlain(word, end)) {
            end++;
        }
        return word.substring(0, end);
    }

    private static boolean isPlain(String word, int at) {
        var letter = word.charAt(at);
        return PLAIN.indexOf(letter) >= 0 && !(("aos").indexOf(letter) >= 0 && isChangeable(word, at));
    }

    private static boolean isChangeable(String word, int at) {
        var next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
        return word.charAt(at) == 's' ? next == 's' : next == 'e';
    }

    /** The first place in a text, if there is one. */
    Optional<Place> in(German german, String text) {
        if (words.isEmpty() || hint != null && !text.toLowerCase(Locale.GERMAN).contains(hint)) {
            return Optional.empty();
        }
        var read = kind == InterestKind.PLACE ? lengthened(text) : new Read(text, text.length(), List.of());
        return find(german.tokens(read.text()))
                .map(it -> new Place(read.original(it.start()), read.original(it.end())));
    }

    private Optional<Place> find(List<Token> text) {
        return kind == InterestKind.PERSON && words.size() > 1 ? findPerson(text) : findInOrder(text);
    }

    /** All words at their distances. */
    private Optional<Place> findInOrder(List<Token> text) {
        for (var at = 0; at + words.size() <= text.size(); at++) {
            var first = text.get(at);
            var fits = true;
            for (var next = 0; next < words.size() && fits; next++) {
                var here = text.get(at + next);
                fits = isSame(words.get(next), here) && next(first, here) == next(words.getFirst(), words.get(next));
            }
            if (fits) {
                return Optional.of(
                        new Place(first.start(), text.get(at + words.size() - 1).end()));
            }
        }
        return Optional.empty();
    }

    private static int next(Token from, Token to) {
        return to.position() - from.position();
    }

    private Optional<Place> findPerson(List<Token> text) {
        var family = words.getLast();
        for (var at = 0; at < text.size(); at++) {
            if (!isSame(family, text.get(at))) {
                continue;
            }
            if (near(text, at).contains(words.getFirst().stem()) || isAddressed(text, at)) {
                return Optional.of(new Place(text.get(at).start(), text.get(at).end()));
            }
        }
        return Optional.empty();
    }

    /** Stems of the words around the family name. */
    private static List<String> near(List<Token> text, int at) {
        var around = new ArrayList<String>();
        for (var other = Math.max(0, at - NEAR); other <= Math.min(text.size() - 1, at + NEAR); other++) {
            if (other != at
                    && Math.abs(text.get(other).position() - text.get(at).position()) <= NEAR) {
                around.add(text.get(other).stem());
            }
        }
        return around;
    }

    private static boolean isAddressed(List<Token> text, int at) {
        return Stream.of(at - 1, at - 2)
                .filter(it -> it >= 0 && text.get(at).position() - text.get(it).position() <= NEAR)
                .anyMatch(it -> BEFORE_NAMES.contains(text.get(it).stem()));
    }

    private static boolean isSame(Token sought, Token found) {
        return sought.stem().equals(found.stem());
    }

    /**
     * A text in which shortened streets are written out.
     *
     * @param grown places behind which it is longer than it was
     */
    private record Read(String text, int length, List<Grown> grown) {

        int original(int at) {
            var back = at;
            for (var one : grown) {
                if (at > one.from()) {
                    back -= Math.min(one.by(), at - one.from());
                }
            }
            return Math.clamp(back, 0, length);
        }
    }

    /**
     * @param from place in the longer text behind which letters were put in
     * @param by how many
     */
    private record Grown(int from, int by) {}

    private static Read lengthened(String text) {
        var matcher = STREET.matcher(text);
        var longer = new StringBuilder();
        var grown = new ArrayList<Grown>();
        var at = 0;
        while (matcher.find()) {
            longer.append(text, at, matcher.start()).append("strasse");
            grown.add(new Grown(
                    longer.length() - ("strasse".length() - matcher.group().length()),
                    "strasse".length() - matcher.group().length()));
            at = matcher.end();
        }
        longer.append(text, at, text.length());
        return new Read(longer.toString(), text.length(), grown);
    }
}
