package de.ratssaal.amendment;

import de.ratssaal.paper.TextDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Puts several changes of one text together as long as they change different words. Changes that touch each other clash:
 * which of them holds is for people to say.
 */
final class TextMerge {

    private TextMerge() {}

    /** Words of the original in whose place others come; ends are exclusive. */
    private record Edit(int from, int to, String with) {

        boolean clashes(Edit other) {
            return !equals(other) && from <= other.to && other.from <= to;
        }
    }

    static boolean clash(String original, String one, String other) {
        var edits = edits(original, one);
        var others = edits(original, other);
        return edits.stream().anyMatch(it -> others.stream().anyMatch(it::clashes));
    }

    /** @param changed texts of which no two clash */
    static String merged(String original, List<String> changed) {
        var edits = new LinkedHashSet<Edit>();
        changed.forEach(it -> edits.addAll(edits(original, it)));
        var text = new StringBuilder();
        var at = 0;
        for (var edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList()) {
            if (edit.from() < at) {
                throw new IllegalArgumentException("changes of one text clash");
            }
            text.append(original, at, edit.from()).append(edit.with());
            at = edit.to();
        }
        return text.append(original, at, original.length()).toString();
    }

    private static List<Edit> edits(String original, String changed) {
        var edits = new ArrayList<Edit>();
        var at = 0;
        var from = 0;
        var with = new StringBuilder();
        for (var piece : TextDifference.between(original, changed).pieces()) {
            switch (piece.kind()) {
                case SAME -> {
                    put(edits, from, at, with);
                    at += piece.text().length();
                    from = at;
                }
                case REMOVED -> at += piece.text().length();
                case ADDED -> with.append(piece.text());
            }
        }
        put(edits, from, at, with);
        return edits;
    }

    private static void put(List<Edit> edits, int from, int to, StringBuilder with) {
        if (from < to || !with.isEmpty()) {
            edits.add(new Edit(from, to, Objects.toString(with)));
            with.setLength(0);
        }
    }
}
