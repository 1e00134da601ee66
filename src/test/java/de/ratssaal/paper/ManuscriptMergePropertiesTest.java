package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Whatever two people do to a manuscript at the same time,")
class ManuscriptMergePropertiesTest {

    private static final Pattern INSERTED = Pattern.compile("[AB]\\d+neu");

    @Property(tries = 500)
    @Label("no word that one of them wrote is lost")
    void noWordIsLost(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int edits) {
        var random = new Random(seed);
        var base = manuscript(random);
        var theirs = edited(base, random, edits, "A");
        var mine = edited(base, random, edits, "B");

        var merged = ManuscriptMerge.merge(base, theirs, mine, "B");

        var everything = String.join(" ", merged.texts().values());
        for (var side : List.of(theirs, mine)) {
            INSERTED.matcher(String.join(" ", side.texts().values()))
                    .results()
                    .forEach(it -> assertThat(everything).contains(it.group()));
        }
        assertThat(merged.rows()).doesNotHaveDuplicates();
        assertThat(merged.rivals())
                .allSatisfy(it -> assertThat(merged.text(it.textPlace())).isNotNull());
    }

    @Property(tries = 500)
    @Label("it does not matter who was first if they wrote at different places")
    void disjointEditsCommute(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int edits) {
        var random = new Random(seed);
        var base = manuscript(random);
        var theirs = base;
        var mine = base;
        for (var edit = 0; edit < edits; edit++) {
            var row = random.nextInt(base.rows().size());
            var place = Places.row(base.rows().get(row));
            if (row % 2 == 0) {
                theirs = theirs.with(place, inserted(theirs.text(place), random, "A" + edit + "neu"));
            } else {
                mine = mine.with(place, inserted(mine.text(place), random, "B" + edit + "neu"));
            }
        }

        var oneWay = ManuscriptMerge.merge(base, theirs, mine, "B");

        assertThat(oneWay).isEqualTo(ManuscriptMerge.merge(base, mine, theirs, "A"));
        assertThat(oneWay.rivals()).isEmpty();
        assertThat(oneWay.rows()).isEqualTo(base.rows());
    }

    @Property(tries = 300)
    @Label("whoever did nothing changes nothing, and the same twice is the same")
    void nothingAndTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int edits) {
        var random = new Random(seed);
        var base = manuscript(random);
        var edited = edited(base, random, edits, "A");

        assertThat(ManuscriptMerge.merge(base, edited, base, "B")).isEqualTo(edited);
        assertThat(ManuscriptMerge.merge(base, base, edited, "B")).isEqualTo(edited);
        assertThat(ManuscriptMerge.merge(base, edited, edited, "B")).isEqualTo(edited);
    }

    @Property(tries = 300)
    @Label("the points of the proposal are numbered without a gap")
    void numbersHaveNoGap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int edits) {
        var random = new Random(seed);
        var base = manuscript(random);
        var merged =
                ManuscriptMerge.merge(base, edited(base, random, edits, "A"), edited(base, random, edits, "B"), "B");

        var points = merged.proposal().points();

        for (var place = 0; place < points.size(); place++) {
            assertThat(points.get(place).label()).isEqualTo(points.size() == 1 ? "" : "%02d".formatted(place + 1));
            var parts = points.get(place).subPoints();
            for (var part = 0; part < parts.size(); part++) {
                assertThat(parts.get(part).label()).isEqualTo("(%d)".formatted(part + 1));
            }
        }
    }

    private static Manuscript manuscript(Random random) {
        var rows = new ArrayList<String>();
        var texts = new HashMap<String, String>();
        for (var row = 0; row < 2 + random.nextInt(6); row++) {
            rows.add("r" + row);
            texts.put(Places.row("r" + row), words(random));
            texts.put(Places.row("r" + row, Places.LEVEL), random.nextInt(3) == 0 ? "part" : "");
        }
        texts.put(Places.TITLE, words(random));
        return new Manuscript(rows, texts, List.of());
    }

    private static String words(Random random) {
        return random.ints(1 + random.nextInt(8), 0, 5)
                .mapToObj(it -> List.of("der", "Plan", "wird", "bald", "gut").get(it))
                .collect(Collectors.joining(" "));
    }

    private static Manuscript edited(Manuscript base, Random random, int edits, String by) {
        var now = base;
        for (var edit = 0; edit < edits; edit++) {
            var word = by + edit + "neu";
            var rows = new ArrayList<>(now.rows());
            var some = rows.isEmpty() ? -1 : random.nextInt(rows.size());
            switch (random.nextInt(6)) {
                case 0 -> {
                    var added = by + "row" + edit;
                    rows.add(some + 1, added);
                    now = now.withRows(rows).with(Places.row(added), word);
                }
                case 1 -> {
                    if (rows.size() > 1
                            && !INSERTED.matcher(now.text(Places.row(rows.get(some))))
                                    .find()) {
                        rows.remove(some);
                        now = now.withRows(rows);
                    }
                }
                case 2 -> {
                    if (rows.size() > 1) {
                        rows.add(random.nextInt(rows.size() - 1), rows.remove(some));
                        now = now.withRows(rows);
                    }
                }
                case 3 -> {
                    if (some >= 0) {
                        now = now.withPart(rows.get(some), random.nextBoolean());
                    }
                }
                case 4 -> now = now.with(Places.TITLE, inserted(now.text(Places.TITLE), random, word));
                default -> {
                    if (some >= 0) {
                        var place = Places.row(rows.get(some));
                        now = now.with(place, inserted(now.text(place), random, word));
                    }
                }
            }
        }
        return now;
    }

    private static String inserted(String text, Random random, String word) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        words.add(random.nextInt(words.size() + 1), word);
        return String.join(" ", words).strip();
    }
}
