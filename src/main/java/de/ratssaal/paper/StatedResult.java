package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads outcome and vote from the lines around a wording. */
final class StatedResult {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern HEAD = Pattern.compile(
            "(?:Beschlu(?:ss|ß)(?:fassung|ergebnis)?|Ergebnis|Abstimmung(?:sergebnis)?|Ergebnis der Abstimmung|Status|Entscheidung)\\s?:\\s?(.*)",
            FLAGS);
    private static final int LONGEST = 120;

    /** Phrases, the more particular first: each is looked for only if none before it was found. */
    private static final List<Phrase> PHRASES = List.of(
            phrase(StatedOutcome.REJECTED, "abgelehnt|Ablehnung|nicht (?:beschlossen|angenommen|zugestimmt)"),
            phrase(StatedOutcome.WITHDRAWN, "zurückgezogen|zurückgenommen"),
            phrase(StatedOutcome.DEFERRED, "vertagt|Vertagung|zurückgestellt|Zurückstellung|abgesetzt"),
            phrase(StatedOutcome.REFERRED, "verwiesen|überwiesen|Verweisung|Überweisung"),
            phrase(
                    StatedOutcome.ADOPTED_WITH_CHANGES,
                    "mit (?:\\p{L}+ )?(?:Änderung(?:en)?|Ergänzung(?:en)?|Maßgabe[n]?)|(?<!un)geändert(?:e[rnms]?)?|modifizierte[rnm]?"),
            phrase(
                    StatedOutcome.ADOPTED,
                    "(?:un(?:ge|ver)ändert )?beschlossen|angenommen|Annahme|zugestimmt|Zustimmung|einstimmig(?:e[rns]?)?"),
            phrase(StatedOutcome.NOTED, "(?:zur )?Kenntnis(?:nahme| genommen)?"));

    private static final String COUNT = "(?<count>\\d{1,4}(?!\\d)|keine?|-|–|eine?)";
    private static final String KEY =
            "(?<key>Ja|Nein|Stimm[- ]?enthaltung(?:en)?|Enthaltung(?:en)?|Enth\\.|Befangen(?:e|heit)?|dafür|dagegen|Gegenstimmen?)(?:[- ]?Stimmen?)?";
    private static final Pattern KEY_FIRST =
            Pattern.compile("(?<!\\p{L})" + KEY + "(?!\\p{L})\\s{0,5}[:=]?\\s{0,5}" + COUNT + "(?!\\p{L})", FLAGS);
    private static final Pattern COUNT_FIRST =
            Pattern.compile("(?<![\\p{L}\\d])" + COUNT + "\\s{0,3}[x×]?\\s{0,3}" + KEY + "(?!\\p{L})", FLAGS);
    private static final Pattern ANY_KEY = Pattern.compile("(?<!\\p{L})" + KEY + "(?!\\p{L})", FLAGS);

    private final Remarks remarks;
    private final Map<Key, Integer> counts = new EnumMap<>(Key.class);
    private @Nullable StatedOutcome outcome;
    private boolean voteIsRead;

    StatedResult(Remarks remarks) {
        this.remarks = remarks;
    }

    private enum Key {
        YES,
        NO,
        ABSTENTIONS,
        RECUSED
    }

    private record Phrase(StatedOutcome outcome, Pattern pattern) {}

    private static Phrase phrase(StatedOutcome outcome, String words) {
        return new Phrase(outcome, Pattern.compile("(?<!\\p{L})(?:" + words + ")(?!\\p{L})", FLAGS));
    }

    /** Whether a line says an outcome or a vote and nothing else. */
    static boolean isOne(String line) {
        return !countsIn(line).isEmpty() && line.length() <= LONGEST && startsLikeResult(line)
                || outcomeOf(line) != null && isOutcomeAlone(line);
    }

    private static boolean startsLikeResult(String line) {
        return HEAD.matcher(line).matches()
                || KEY_FIRST.matcher(line).lookingAt()
                || COUNT_FIRST.matcher(line).lookingAt();
    }

    /** "mit Änderungen beschlossen", "Beschluss: vertagt", "einstimmig abgelehnt", but no sentence. */
    private static boolean isOutcomeAlone(String line) {
        var head = HEAD.matcher(line);
        if (head.matches()) {
            return line.length() <= LONGEST;
        }
        return line.matches(
                "(?iu)(?:(?:einstimmig|mehrheitlich|mit|mehreren|Änderung(?:en)?|Ergänzung(?:en)?|in|geänderter|ungeändert|geändert|Fassung|nicht|zur|Kenntnis|genommen|beschlossen|abgelehnt|angenommen|zugestimmt|vertagt|verwiesen|zurückgezogen|zurückgestellt|abgesetzt|bei|Stimmenmehrheit|ohne)(?:e[rns]?)?[ ,.]{0,2}){1,8}\\d?");
    }

    /** Takes outcome and vote from the lines; what they leave is remarked on. */
    void read(List<String> lines, ReadingRemark.Kind unread) {
        var left = new ArrayList<String>();
        for (var line : lines) {
            if (!line.isEmpty() && !takeVote(line) & !takeOutcome(line) && !isHeading(line)) {
                left.add(line);
            }
        }
        if (!left.isEmpty()) {
            remarks.add(unread, String.join("\n", left));
        }
        voteIsRead = voteIsRead || !counts.isEmpty();
    }

    private static boolean isHeading(String line) {
        return line.matches(
                "(?iu)(?:Beschlu(?:ss|ß)\\p{Ll}*|Abstimmung(?:sergebnis)?|Ergebnis|Wortlaut(?: des Beschlusses)?)\\s?:?\\d?");
    }

    private boolean takeVote(String line) {
        var found = countsIn(line);
        if (found.isEmpty() || voteIsRead || (found.size() == 1 && !startsLikeResult(line))) {
            return false;
        }
        found.forEach(counts::putIfAbsent);
        return true;
    }

    private boolean takeOutcome(String line) {
        var head = HEAD.matcher(line);
        if (!head.matches()
                && !isOutcomeAlone(line)
                && !line.matches("(?iu)(?:einstimmige?|mehrheitliche?)\\b.{0,100}")) {
            return false;
        }
        var found = outcomeOf(line);
        if (found == null) {
            return false;
        }
        if (outcome == null) {
            outcome = found;
        } else if (outcome != found
                && !(outcome == StatedOutcome.ADOPTED_WITH_CHANGES && found == StatedOutcome.ADOPTED)) {
            remarks.add(ReadingRemark.Kind.SECOND_OUTCOME, line);
        }
        return true;
    }

    private static @Nullable StatedOutcome outcomeOf(String line) {
        for (var phrase : PHRASES) {
            if (phrase.pattern.matcher(line).find()) {
                return phrase.outcome;
            }
        }
        return null;
    }

    private static Map<Key, Integer> countsIn(String line) {
        var counts = new EnumMap<Key, Integer>(Key.class);
        var match = (countComesFirst(line) ? COUNT_FIRST : KEY_FIRST).matcher(line);
        while (match.find()) {
            counts.putIfAbsent(key(match.group("key")), count(match.group("count")));
        }
        return counts;
    }

    /** "33 Ja, 5 Nein" rather than "Ja 33, Nein 5". */
    private static boolean countComesFirst(String line) {
        var key = ANY_KEY.matcher(line);
        var count = COUNT_FIRST.matcher(line);
        return key.find() && count.find() && count.start() < key.start();
    }

    private static Key key(String word) {
        var lower = word.toLowerCase(Locale.GERMAN);
        if (lower.startsWith("ja") || lower.equals("dafür")) {
            return Key.YES;
        }
        if (lower.startsWith("nein") || lower.equals("dagegen") || lower.startsWith("gegen")) {
            return Key.NO;
        }
        return lower.startsWith("befangen") ? Key.RECUSED : Key.ABSTENTIONS;
    }

    private static int count(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        return word.toLowerCase(Locale.GERMAN).startsWith("e") ? 1 : 0;
    }

    @Nullable
    StatedOutcome outcome() {
        return outcome;
    }

    @Nullable
    StatedVote vote() {
        if (counts.isEmpty()) {
            return null;
        }
        if (!counts.containsKey(Key.YES) || !counts.containsKey(Key.NO)) {
            remarks.add(ReadingRemark.Kind.INCOMPLETE_VOTE, counts.toString());
        }
        return new StatedVote(
                counts.getOrDefault(Key.YES, 0),
                counts.getOrDefault(Key.NO, 0),
                counts.getOrDefault(Key.ABSTENTIONS, 0),
                counts.getOrDefault(Key.RECUSED, 0));
    }
}
