package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the shortest way from one list to another, after Eugene Myers, "An O(ND) Difference Algorithm and Its Variations"
 * (1986). One search has a bounded amount of work for all its questions: what is not found within it is given up.
 */
final class EditSearch {

    /** A part of one list in whose place stands a part of the other; one of them may be empty. Ends are exclusive. */
    record Edit(int from, int to, int fromAfter, int toAfter) {}

    /** More removed and added pieces than these tell nobody anything any more. */
    private static final int MOST_CHANGES = 1_500;

    private long stepsLeft = 40_000_000;

    /** The first list goes as a whole, the second comes. */
    static List<Edit> all(List<String> before, List<String> after) {
        return before.isEmpty() && after.isEmpty() ? List.of() : List.of(new Edit(0, before.size(), 0, after.size()));
    }

    /** Edits in order; nothing if the lists have too little in common. */
    Optional<List<Edit>> edits(List<String> before, List<String> after) {
        var numbers = new HashMap<String, Integer>();
        var a = numbered(before, numbers);
        var b = numbered(after, numbers);
        var start = 0;
        while (start < a.length && start < b.length && a[start] == b[start]) {
            start++;
        }
        var end = 0;
        while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] == b[b.length - 1 - end]) {
            end++;
        }
        if (start == a.length && start == b.length) {
            return Optional.of(List.of());
        }
        if (a.length - end == start || b.length - end == start) {
            return Optional.of(List.of(new Edit(start, a.length - end, start, b.length - end)));
        }
        return shortest(
                Arrays.copyOfRange(a, start, a.length - end), Arrays.copyOfRange(b, start, b.length - end), start);
    }

    private static int[] numbered(List<String> pieces, Map<String, Integer> numbers) {
        var numbered = new int[pieces.size()];
        for (var place = 0; place < numbered.length; place++) {
            var next = numbers.size();
            var known = numbers.putIfAbsent(pieces.get(place), next);
            numbered[place] = known == null ? next : known;
        }
        return numbered;
    }

    /** Furthest points on the diagonals, kept for each number of changes so that the way can be gone back. */
    private Optional<List<Edit>> shortest(int[] a, int[] b, int offset) {
        var most = Math.min(a.length + b.length, MOST_CHANGES);
        var furthest = new int[2 * most + 3];
        var middle = most + 1;
        var kept = new ArrayList<int[]>();
        for (var changes = 0; changes <= most; changes++) {
            kept.add(Arrays.copyOfRange(furthest, middle - changes - 1, middle + changes + 2));
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2) {
                var down = diagonal == -changes
                        || diagonal != changes && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1];
                var x = down ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < a.length && y < b.length && a[x] == b[y]) {
                    x++;
                    y++;
                    stepsLeft--;
                }
                furthest[middle + diagonal] = x;
                if (--stepsLeft < 0) {
                    return Optional.empty();
                }
                if (x >= a.length && y >= b.length) {
                    return Optional.of(wayBack(kept, a.length, b.length, offset));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Edit> wayBack(List<int[]> kept, int fromX, int fromY, int offset) {
        var edits = new ArrayList<Edit>();
        var x = fromX;
        var y = fromY;
        for (var changes = kept.size() - 1; changes > 0; changes--) {
            var furthest = kept.get(changes);
            var middle = changes + 1;
            var diagonal = x - y;
            var down = diagonal == -changes
                    || diagonal != changes && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1];
            var before = down ? diagonal + 1 : diagonal - 1;
            var beforeX = furthest[middle + before];
            var beforeY = beforeX - before;
            var edit = down
                    ? new Edit(offset + beforeX, offset + beforeX, offset + beforeY, offset + beforeY + 1)
                    : new Edit(offset + beforeX, offset + beforeX + 1, offset + beforeY, offset + beforeY);
            put(edits, edit);
            x = beforeX;
            y = beforeY;
        }
        return edits.reversed();
    }

    /** Edits that touch are one. They come last first. */
    private static void put(List<Edit> edits, Edit edit) {
        if (!edits.isEmpty()
                && edits.getLast().from() == edit.to()
                && edits.getLast().fromAfter() == edit.toAfter()) {
            var last = edits.removeLast();
            edits.add(new Edit(edit.from(), last.to(), edit.fromAfter(), last.toAfter()));
        } else {
            edits.add(edit);
        }
    }
}
