package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts together what two people made of the same text, word by word. */
final class WordMerge {

    private static final Pattern WORD = Pattern.compile("\\n|[^\\S\\n]+|[\\p{L}\\p{N}\\p{M}]+|.", Pattern.DOTALL);
    /** Texts that differ in more words were rewritten: there is nothing to be put together. */
    private static final int MOST_CHANGES = 600;

    private WordMerge() {}

    /**
     * @param base from which both began
     * @return nothing where both changed the same words, or words that touch each other
     */
    static Optional<String> merge(String base, String one, String other) {
        if (one.equals(other) || other.equals(base)) {
            return Optional.of(one);
        }
        if (one.equals(base)) {
            return Optional.of(other);
        }
        var words = words(base);
        var ones = changes(words, words(one));
        var others = changes(words, words(other));
        var merged = new StringBuilder();
        var at = 0;
        var i = 0;
        var j = 0;
        while (i < ones.size() || j < others.size()) {
            var first = i < ones.size() ? ones.get(i) : null;
            var second = j < others.size() ? others.get(j) : null;
            Change next;
            if (first != null && first.equals(second)) {
                next = first;
                i++;
                j++;
            } else if (first != null && second != null && first.touches(second)) {
                return Optional.empty();
            } else if (second == null || (first != null && first.from < second.from)) {
                next = java.util.Objects.requireNonNull(first);
                i++;
            } else {
                next = second;
                j++;
            }
            words.subList(at, next.from).forEach(merged::append);
            next.words.forEach(merged::append);
            at = next.to;
        }
        words.subList(at, words.size()).forEach(merged::append);
        return Optional.of(merged.toString());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /**
     * Words of the base that somebody replaced.
     *
     * @param from first of them
     * @param to behind the last; the same as {@code from} where words were only added
     */
    private record Change(int from, int to, List<String> words) {

        boolean touches(Change other) {
            return from <= other.to && other.from <= to;
        }
    }

    /** Steps from one text to the other, by Myers' greedy search for the shortest way. */
    private static List<Change> changes(List<String> before, List<String> after) {
        var start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        var end = 0;
        while (end < before.size() - start
                && end < after.size() - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        var left = before.subList(start, before.size() - end);
        var right = after.subList(start, after.size() - end);
        var changes = new ArrayList<Change>();
        for (var change : shortest(left, right)) {
            changes.add(new Change(change.from + start, change.to + start, change.words));
        }
        return changes;
    }

    private static List<Change> shortest(List<String> before, List<String> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return List.of();
        }
        var trace = new ArrayList<Map<Integer, Integer>>();
        var reach = new HashMap<Integer, Integer>();
        reach.put(1, 0);
        for (var steps = 0; steps <= before.size() + after.size(); steps++) {
            if (steps > MOST_CHANGES) {
                return List.of(new Change(0, before.size(), List.copyOf(after)));
            }
            trace.add(Map.copyOf(reach));
            for (var diagonal = -steps; diagonal <= steps; diagonal += 2) {
                var x = down(reach, diagonal, steps)
                        ? reach.getOrDefault(diagonal + 1, 0)
                        : reach.getOrDefault(diagonal - 1, 0) + 1;
                var y = x - diagonal;
                while (x < before.size()
                        && y < after.size()
                        && y >= 0
                        && before.get(x).equals(after.get(y))) {
                    x++;
                    y++;
                }
                reach.put(diagonal, x);
                if (x >= before.size() && y >= after.size()) {
                    return walkBack(trace, before, after);
                }
            }
        }
        throw new IllegalStateException("no way from one text to the other");
    }

    private static boolean down(Map<Integer, Integer> reach, int diagonal, int steps) {
        return diagonal == -steps
                || (diagonal != steps && reach.getOrDefault(diagonal - 1, -1) < reach.getOrDefault(diagonal + 1, -1));
    }

    private static List<Change> walkBack(List<Map<Integer, Integer>> trace, List<String> before, List<String> after) {
        var keptBefore = new boolean[before.size()];
        var keptAfter = new boolean[after.size()];
        var x = before.size();
        var y = after.size();
        for (var steps = trace.size() - 1; steps >= 0; steps--) {
            var reach = trace.get(steps);
            var diagonal = x - y;
            var from = down(reach, diagonal, steps) ? diagonal + 1 : diagonal - 1;
            var fromX = reach.getOrDefault(from, 0);
            var fromY = fromX - from;
            while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) {
                x--;
                y--;
                keptBefore[x] = true;
                keptAfter[y] = true;
            }
            x = fromX;
            y = fromY;
        }
        return gathered(before, after, keptBefore, keptAfter);
    }

    private static List<Change> gathered(
            List<String> before, List<String> after, boolean[] keptBefore, boolean[] keptAfter) {
        var changes = new ArrayList<Change>();
        var x = 0;
        var y = 0;
        while (x < before.size() || y < after.size()) {
            var fromX = x;
            var fromY = y;
            while (x < before.size() && !keptBefore[x]) {
                x++;
            }
            while (y < after.size() && !keptAfter[y]) {
                y++;
            }
            if (x > fromX || y > fromY) {
                changes.add(new Change(fromX, x, List.copyOf(after.subList(fromY, y))));
            }
            if (x < before.size()) {
                x++;
                y++;
            }
        }
        return changes;
    }
}
