package de.ratssaal.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.ratssaal.distribution.Change.What;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What changed in a meeting")
class ContentsTest {

    private static final Contents.Entry OPENING = item("1", "Ö 1", "Eröffnung", true);
    private static final Contents.Entry SALE = item("2", "N 1", "Verkauf an Familie Geheim", false);
    private static final Contents.Entry BUDGET = item("3", "Ö 2", "Haushalt", true);

    @Test
    @DisplayName("is nothing if nothing did, also after it was written and read")
    void nothing() {
        var contents = new Contents(List.of(OPENING, SALE));

        assertThat(Contents.read(contents.write())).isEqualTo(contents);
        assertThat(contents.since(contents, contents)).isEmpty();
    }

    @Test
    @DisplayName("is told as new, changed, renumbered and dropped, what is gone last")
    void kinds() {
        var before = new Contents(List.of(fact("Rathaus"), OPENING, BUDGET, SALE));
        var moved = item("3", "Ö 1", "Haushalt", true);
        var renamed = item("2", "N 1", "Grundstück", false);
        var added = item("4", "Ö 2", "Straßenbau", true);
        var now = new Contents(List.of(fact("Stadthalle"), moved, added, renamed));

        assertThat(now.since(before, now))
                .extracting(Change::what, Change::text, Change::before)
                .containsExactly(
                        tuple(What.CHANGED, "Stadthalle", "Rathaus"),
                        tuple(What.RENUMBERED, "Haushalt", "Ö 2"),
                        tuple(What.NEW, "Straßenbau", ""),
                        tuple(What.CHANGED, "Grundstück", "Verkauf an Familie Geheim"),
                        tuple(What.REMOVED, "Eröffnung", ""));
    }

    @Test
    @DisplayName("holds another version of a paper, but not that it lies on another number")
    void versions() {
        var before = new Contents(List.of(paper("Ö 1", "1"), file("a")));
        var other = new Contents(List.of(paper("Ö 2", "1"), file("a")));
        var released = new Contents(List.of(paper("Ö 1", "2"), file("b")));

        assertThat(other.since(before, other)).isEmpty();
        assertThat(released.since(before, released))
                .extracting(Change::what)
                .containsExactly(What.CHANGED, What.CHANGED);
    }

    @Test
    @DisplayName("tells those who may not attend nothing of what is not public, not even that it changed")
    void nonPublic() {
        var before = new Contents(List.of(OPENING));
        var now = new Contents(List.of(OPENING, SALE));

        assertThat(now.readableBy(false).since(before.readableBy(false), now)).isEmpty();
        assertThat(now.readableBy(true).since(before.readableBy(true), now)).hasSize(1);
    }

    @Test
    @DisplayName("says no word of a public item that became non-public but that it is gone")
    void withheld() {
        var before = new Contents(List.of(OPENING, item("2", "Ö 2", "Verkauf an Familie Geheim", true)));
        var now = new Contents(List.of(OPENING, SALE));

        assertThat(now.readableBy(false).since(before.readableBy(false), now))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.what()).isEqualTo(What.REMOVED);
                    assertThat(it.label()).isEqualTo("Ö 2");
                    assertThat(it.text()).isEmpty();
                });
    }

    @Test
    @DisplayName("is new for the public when a non-public item becomes public")
    void released() {
        var before = new Contents(List.of(SALE));
        var now = new Contents(List.of(item("2", "Ö 1", "Verkauf", true)));

        assertThat(now.readableBy(false).since(before.readableBy(false), now))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.what()).isEqualTo(What.NEW);
                    assertThat(it.before()).isEmpty();
                });
    }

    private static Contents.Entry item(String key, String label, String text, boolean isPublic) {
        return new Contents.Entry(Subject.ITEM, key, label, text, "", isPublic);
    }

    private static Contents.Entry paper(String label, String version) {
        return new Contents.Entry(Subject.PAPER, "p", label, "0001/26 Straßenbau", version, true);
    }

    private static Contents.Entry file(String hash) {
        return new Contents.Entry(Subject.FILE, "f", "Ö 1", "Plan.pdf", hash, true);
    }

    private static Contents.Entry fact(String place) {
        return new Contents.Entry(Subject.PLACE, "", "", place, "", true);
    }
}
