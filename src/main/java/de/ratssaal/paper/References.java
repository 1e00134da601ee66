package de.ratssaal.paper;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the points that a wording refers to: "BP 01", "Beschlusspunkten 03, 04 und 05", "Beschlusspunkte 3 bis 5". */
public final class References {

    private static final int MOST = 999;
    private static final String NUMBERS =
            "\\.?\\s{0,5}(\\d{1,3}(?:\\s{0,5}(?:,|und|sowie|oder|bis|-|–|/)\\s{0,5}(?:BP\\s{0,5})?\\d{1,3})*)(?!\\d)";
    private static final Pattern NAMED = Pattern.compile("\\b(?:BP|Beschlu(?:ss|ß)punkt(?:e[ns]?|s)?)" + NUMBERS);
    private static final Pattern PERHAPS =
            Pattern.compile("\\b(?:BP|(?:Beschlu(?:ss|ß)p|P)unkt(?:e[ns]?|s)?|Ziffern?)" + NUMBERS);
    private static final Pattern NUMBER = Pattern.compile("(bis|-|–)?\\s{0,5}(?:BP\\s{0,5})?(\\d{1,3})");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");

    private References() {}

    static Set<Integer> in(String wording) {
        var found = new LinkedHashSet<Integer>();
        var named = NAMED.matcher(wording);
        while (named.find()) {
            addNumbers(NUMBER.matcher(named.group(1)), found);
        }
        return Collections.unmodifiableSet(found);
    }

    private static void addNumbers(Matcher number, Set<Integer> found) {
        var last = 0;
        while (number.find()) {
            var next = Integer.parseInt(number.group(2));
            if (number.group(1) != null && last < next) {
                for (var between = last + 1; between < next && between < MOST; between++) {
                    found.add(between);
                }
            }
            found.add(next);
            last = next;
        }
    }

    /**
     * A wording as it would read if what refers to points referred to their new numbers. "Punkt 3" and "Ziffer 3" count
     * here too, though they may mean something else: the result is a proposal that somebody has to look at.
     *
     * @param numbers new number of each point by its old one; others stay
     */
    public static String renumbered(String wording, Map<Integer, Integer> numbers) {
        return PERHAPS.matcher(wording).replaceAll(match -> {
            var start = match.start(1) - match.start();
            var named = match.group();
            return Matcher.quoteReplacement(
                    named.substring(0, start) + renumberedList(named.substring(start), numbers));
        });
    }

    private static String renumberedList(String list, Map<Integer, Integer> numbers) {
        return DIGITS.matcher(list).replaceAll(match -> {
            var written = match.group();
            var now = numbers.get(Integer.parseInt(written));
            return now == null || now == Integer.parseInt(written)
                    ? written
                    : (written.startsWith("0") ? "%02d" : "%d").formatted(now);
        });
    }
}
