package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts together what two people made of the same manuscript. What they changed at different places stands side by side; at
 * the same place their words are put together where they do not touch. Where they do, what was written first stays, and the
 * other becomes its {@link Rival}: no word is lost.
 */
final class ManuscriptMerge {

    private final Manuscript base;
    private final Manuscript theirs;
    private final Manuscript mine;
    private final String by;
    private final TreeMap<String, String> texts = new TreeMap<>();
    private final List<Rival> rivals = new ArrayList<>();

    private ManuscriptMerge(Manuscript base, Manuscript theirs, Manuscript mine, String by) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
        this.by = by;
    }

    /**
     * @param base from which both began
     * @param theirs what was written first
     * @param mine what comes now
     * @param by name of whoever wrote {@code mine}
     */
    static Manuscript merge(Manuscript base, Manuscript theirs, Manuscript mine, String by) {
        return mine.equals(base) ? theirs : new ManuscriptMerge(base, theirs, mine, by).merged();
    }

    private Manuscript merged() {
        keepRivals();
        var rows = rows();
        var places = new TreeSet<String>();
        Stream.of(base, theirs, mine).forEach(it -> places.addAll(it.texts().keySet()));
        for (var place : places) {
            if (isThere(place, rows)) {
                merge(place);
            }
        }
        return new Manuscript(rows, texts, rivals);
    }

    private void keepRivals() {
        for (var rival : theirs.rivals()) {
            if (mine.rivals().contains(rival) || !base.rivals().contains(rival)) {
                rivals.add(rival);
            }
        }
        mine.rivals().stream().filter(it -> !base.rivals().contains(it)).forEach(it -> {
            if (!rivals.contains(it)) {
                rivals.add(it);
            }
        });
    }

    private boolean isThere(String place, List<String> rows) {
        if (Places.isRival(place)) {
            return rivals.stream().anyMatch(it -> it.textPlace().equals(place));
        }
        return Places.rowOf(place).map(rows::contains).orElse(true);
    }

    private void merge(String place) {
        var before = base.text(place);
        var first = Places.rowOf(place).map(it -> removedBy(theirs, it)).orElse(false) ? before : theirs.text(place);
        var second = Places.rowOf(place).map(it -> removedBy(mine, it)).orElse(false) ? before : mine.text(place);
        if (second.equals(before)) {
            texts.put(place, first);
        } else if (first.equals(before) || first.equals(second)) {
            texts.put(place, second);
        } else if (Places.holdsWords(place)) {
            WordMerge.merge(before, first, second)
                    .ifPresentOrElse(it -> texts.put(place, it), () -> standBeside(place, first, second));
        } else if (place.endsWith(Places.LEVEL)) {
            texts.put(place, first);
        } else {
            standBeside(place, first, second);
        }
    }

    private boolean removedBy(Manuscript somebody, String row) {
        return base.rows().contains(row) && !somebody.rows().contains(row);
    }

    private void standBeside(String place, String first, String second) {
        texts.put(place, first);
        if (Places.isRival(place)) {
            // two people change a wording that waits for a decision: both wait
            texts.put(place, first + "\n" + second);
            return;
        }
        var rival = new Rival(Manuscript.newRow(), place, by);
        rivals.add(rival);
        texts.put(rival.textPlace(), second);
    }

    /** Rows that neither removed, or that somebody still wrote in, in the order of whoever moved them; new ones between. */
    private List<String> rows() {
        var kept = new HashSet<>(base.rows());
        kept.removeIf(row -> (removedBy(theirs, row) && !isWrittenIn(mine, row))
                || (removedBy(mine, row) && !isWrittenIn(theirs, row)));
        var order = order(kept);
        var added = new TreeMap<String, List<List<String>>>();
        for (var side : List.of(theirs, mine)) {
            behind(side, kept)
                    .forEach((anchor, rows) -> added.computeIfAbsent(anchor, it -> new ArrayList<>())
                            .add(rows));
        }
        var merged = new ArrayList<String>();
        add(merged, added.get(""));
        for (var row : order) {
            merged.add(row);
            add(merged, added.get(row));
        }
        return merged;
    }

    private boolean isWrittenIn(Manuscript side, String row) {
        if (!side.rows().contains(row)) {
            return false;
        }
        return side.rivals().stream()
                        .anyMatch(it ->
                                Places.rowOf(it.place()).filter(row::equals).isPresent())
                || Stream.of(Places.row(row), Places.row(row, Places.RESPONSIBLE), Places.row(row, Places.UNTIL))
                        .anyMatch(it -> !side.text(it).equals(base.text(it)));
    }

    private List<String> order(Set<String> kept) {
        var was = only(base.rows(), kept);
        var first = whole(only(theirs.rows(), kept), was);
        var second = whole(only(mine.rows(), kept), was);
        return first.equals(was) ? second : first;
    }

    private static List<String> only(List<String> rows, Set<String> kept) {
        return rows.stream().filter(kept::contains).toList();
    }

    /** Rows that one side removed but the other still wrote in stand where they stood. */
    private static List<String> whole(List<String> rows, List<String> was) {
        var whole = new ArrayList<>(rows);
        for (var row : was) {
            if (!whole.contains(row)) {
                var place = was.indexOf(row);
                whole.add(place == 0 ? 0 : whole.indexOf(was.get(place - 1)) + 1, row);
            }
        }
        return whole;
    }

    /** New rows of one side, by the kept row behind which they stand; empty for those before all. */
    private Map<String, List<String>> behind(Manuscript side, Set<String> kept) {
        var behind = new HashMap<String, List<String>>();
        var anchor = "";
        for (var row : side.rows()) {
            if (kept.contains(row)) {
                anchor = row;
            } else if (!base.rows().contains(row)) {
                behind.computeIfAbsent(anchor, it -> new ArrayList<>()).add(row);
            }
        }
        return behind;
    }

    private static void add(List<String> merged, @org.jspecify.annotations.Nullable List<List<String>> groups) {
        if (groups != null) {
            groups.stream()
                    .sorted(Comparator.comparing(List::getFirst))
                    .flatMap(List::stream)
                    .filter(it -> !merged.contains(it))
                    .forEach(merged::add);
        }
    }
}
