package de.ratssaal.paper;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the points that a wording refers to: "BP 01", "Beschlusspunkten 03, 04 und 05", "Beschlusspunkte 3 bis 5". */
final class References {

    private static final int MOST = 999;
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:BP|Beschlu(?:ss|ß)punkt(?:e[ns]?|s)?)\\.?\\s{0,5}(\\d{1,3}(?:\\s{0,5}(?:,|und|sowie|oder|bis|-|–|/)\\s{0,5}(?:BP\\s{0,5})?\\d{1,3})*)(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("(bis|-|–)?\\s{0,5}(?:BP\\s{0,5})?(\\d{1,3})");

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
}
