package de.ratssaal.search;

import de.danielnaber.jwordsplitter.GermanWordSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tartarus.snowball.ext.GermanStemmer;

/**
 * Reads German as a search needs it: words are reduced to their stem, umlauts and ß are folded, and compounds are taken apart,
 * so that "Satzung" and "Hundesteuer" find "Hundesteuersatzungen" (ADR 0162). The same text is always read the same.
 */
@Component
public class German {

    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}/])\\d{1,6}/\\d{2}(?![\\p{N}/])|[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern PAPER_NUMBER = Pattern.compile("0*(\\d+/\\d{2})");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final Pattern HYPHENATED = Pattern.compile("(\\p{L})[-\u00ad]\\s*\n\\s*(\\p{Ll})");
    private static final Pattern UNPRINTED = Pattern.compile("[\\p{Cntrl}&&[^\\n]]|\u00ad|\uffff|\ufffe");
    private static final Pattern LINKED = Pattern.compile(".+(ung|heit|keit|schaft|ion|tät|ling|tum)s");
    private static final int LONGEST = 60;
    private static final int SHORTEST_COMPOUND = 8;
    private static final int LONGEST_COMPOUND = 50;
    private static final int SHORTEST_PART = 4;
    private static final int REMEMBERED = 200_000;
    private static final Set<String> WITHOUT_MEANING = Set.copyOf(Arrays.asList("""
            aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei bin
            bis bist da damit dann das dass daß dasselbe dazu dein dem demselben den denn denselben der derer derselbe derselben
            des desselben dessen die dies diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch ein eine
            einem einen einer eines er es etwas euer für gegen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen
            ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja jede jedem jeden jeder jedes jene jenem jenen jener jenes
            jetzt kann kein keine keinem keinen keiner man manche mein mit muss muß nach nicht nichts noch nun nur ob oder ohne
            sehr sein seine seinem seinen seiner seines selbst sich sie sind so solche solchem solchen solcher sondern sonst
            soll über um und uns unser unter viel vom von vor war waren was weg weil weiter welche welchem welchen welcher wenn
            werde werden wie wieder will wir wird wo wollen wollte während würde würden zu zum zur zwar zwischen""".split("\\s+")));

    private final GermanWordSplitter splitter;
    private final Map<String, Word> remembered = new ConcurrentHashMap<>();

    German() {
        try {
            splitter = new GermanWordSplitter(false);
            splitter.setMinimumWordLength(3);
        } catch (IOException e) {
            throw new UncheckedIOException("the dictionary of compounds", e);
        }
    }

    /** A word as it is searched for, and the parts it is made of, as far as it is a compound. */
    private record Word(String stem, List<String> parts) {}

    /**
     * A word in a text.
     *
     * @param stem as it is searched for
     * @param parts stems of the words and groups of words of which a compound is made
     * @param position counted from 1, words without meaning included
     * @param start of the word in the text
     * @param end behind its last letter
     */
    public record Token(String stem, List<String> parts, int position, int start, int end) {}

    /** A text as it is kept: composed letters, no hyphens at the ends of lines, nothing that cannot be shown. */
    public static String clean(String text) {
        var composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        return UNPRINTED
                .matcher(HYPHENATED.matcher(composed.replace("\r", "")).replaceAll("$1$2"))
                .replaceAll(" ")
                .strip();
    }

    /** The words of a text that mean something. */
    public List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var words = WORD.matcher(text);
        for (var position = 1; words.find(); position++) {
            var word = words.group().toLowerCase(Locale.GERMAN);
            if (word.length() <= LONGEST && !WITHOUT_MEANING.contains(word)) {
                var read = read(word);
                tokens.add(new Token(read.stem(), read.parts(), position, words.start(), words.end()));
            }
        }
        return tokens;
    }

    /** How a word is written for being proposed; the words of a text that are long enough for it. */
    static Set<String> spellings(String text) {
        var found = new LinkedHashSet<String>();
        var words = WORD.matcher(text);
        while (words.find()) {
            var word = words.group().toLowerCase(Locale.GERMAN);
            if (word.length() >= 5
                    && word.length() <= LONGEST
                    && LETTERS.matcher(word).matches()) {
                found.add(word);
            }
        }
        return found;
    }

    private Word read(String word) {
        var known = remembered.get(word);
        if (known != null) {
            return known;
        }
        if (remembered.size() > REMEMBERED) {
            remembered.clear();
        }
        var read = new Word(stem(word), parts(word));
        remembered.put(word, read);
        return read;
    }

    private static String stem(String word) {
        var number = PAPER_NUMBER.matcher(word);
        if (number.matches()) {
            return number.group(1);
        }
        var folded = fold(word);
        if (!LETTERS.matcher(folded).matches()) {
            return folded;
        }
        var stemmer = new GermanStemmer();
        stemmer.setCurrent(folded);
        stemmer.stem();
        return stemmer.getCurrent().isEmpty() ? folded : stemmer.getCurrent();
    }

    /** As {@code ä}, {@code ae} and {@code a} are held alike, and {@code ß} and {@code ss}; other marks go. */
    private static String fold(String word) {
        var folded = new StringBuilder(word.length());
        for (var at = 0; at < word.length(); at++) {
            var letter = word.charAt(at);
            var before = at == 0 ? ' ' : word.charAt(at - 1);
            switch (letter) {
                case 'ä' -> folded.append('a');
                case 'ö' -> folded.append('o');
                case 'ü' -> folded.append('u');
                case 'ß' -> folded.append("ss");
                case 'e' -> {
                    var isUmlaut = before == 'a' || before == 'o' || before == 'u' && isAlone(word, at - 2);
                    if (!isUmlaut) {
                        folded.append(letter);
                    }
                }
                default -> folded.append(letter);
            }
        }
        var text = folded.toString();
        return text.chars().allMatch(it -> it < 128)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** Whether a {@code ue} is an umlaut: not behind a vowel or a {@code q}, as in "neue" or "bequem". */
    private static boolean isAlone(String word, int before) {
        return before < 0 || "aeiouäöüyq".indexOf(word.charAt(before)) < 0;
    }

    private List<String> parts(String word) {
        if (word.length() < SHORTEST_COMPOUND
                || word.length() > LONGEST_COMPOUND
                || !LETTERS.matcher(word).matches()) {
            return List.of();
        }
        var split = splitter.splitWord(word);
        var stems = new LinkedHashSet<String>();
        for (var from = 0; from < split.size(); from++) {
            var part = new StringBuilder();
            for (var to = from; to < split.size(); to++) {
                part.append(split.get(to));
                if (to - from < split.size() - 1 && part.length() >= SHORTEST_PART) {
                    stems.add(stem(withoutLink(part.toString().toLowerCase(Locale.GERMAN), to < split.size() - 1)));
                }
            }
        }
        stems.remove(stem(word));
        return List.copyOf(stems);
    }

    /** Words such as "Reinigung" get an {@code s} when another word follows. */
    private static String withoutLink(String part, boolean isFollowed) {
        return isFollowed && LINKED.matcher(part).matches() ? part.substring(0, part.length() - 1) : part;
    }

    /**
     * Texts in the form in which PostgreSQL searches them, to be cast to {@code tsvector}. Words of the title weigh most, and
     * stand a second time behind {@code =}, so that titles can be searched alone.
     *
     * @param labels other things by which it is found; they hold no words, and no word can be taken for one
     */
    public String vector(String title, String text, List<String> labels) {
        var places = new LinkedHashMap<String, List<String>>();
        var inTitle = tokens(title);
        inTitle.forEach(it -> add(places, it, 0, "A"));
        var behind = inTitle.isEmpty() ? 0 : inTitle.getLast().position() + 10;
        for (var token : tokens(text)) {
            add(places, token, behind, "");
        }
        for (var token : inTitle) {
            places.put("=" + token.stem(), List.of());
            token.parts().forEach(part -> places.put("=" + part, List.of()));
        }
        labels.forEach(it -> places.put("@" + it, List.of()));
        var vector = new StringBuilder();
        places.forEach((word, where) -> {
            vector.append(quoted(word));
            if (!where.isEmpty()) {
                vector.append(':').append(String.join(",", where));
            }
            vector.append(' ');
        });
        return vector.toString();
    }

    private static void add(Map<String, List<String>> places, Token token, int behind, String weight) {
        var position = token.position() + behind;
        place(places, token.stem(), position, weight);
        token.parts().forEach(it -> place(places, it, position, weight));
    }

    /** PostgreSQL keeps no more places of a word, and none behind the 16,383rd word. */
    private static void place(Map<String, List<String>> places, String word, int position, String weight) {
        var where = places.computeIfAbsent(word, none -> new ArrayList<>());
        if (where.size() < 200 && position < 16_383) {
            where.add(position + weight);
        }
    }

    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
