package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What two people made of the same manuscript")
class ManuscriptMergeTest {

    private static final Manuscript BASE = new Manuscript(
            List.of("a", "b", "c"),
            Map.of(
                    Places.TITLE,
                    "Brunnen",
                    Places.row("a"),
                    "Der Brunnen wird saniert.",
                    Places.row("b"),
                    "Das Amt berichtet.",
                    Places.row("c"),
                    "Die Kosten trägt die Stadt."),
            List.of());

    @Test
    @DisplayName("stands side by side where they wrote in different points and fields")
    void differentPlaces() {
        var theirs = BASE.with(Places.row("a"), "Der Brunnen wird abgerissen.")
                .with(Places.row("c", Places.UNTIL), "2027-03-31");
        var mine = BASE.with(Places.row("b"), "Das Amt berichtet im Mai.").with(Places.TITLE, "Brunnen am Markt");

        assertThat(merge(theirs, mine).texts())
                .containsEntry(Places.row("a"), "Der Brunnen wird abgerissen.")
                .containsEntry(Places.row("b"), "Das Amt berichtet im Mai.")
                .containsEntry(Places.row("c", Places.UNTIL), "2027-03-31")
                .containsEntry(Places.TITLE, "Brunnen am Markt");
    }

    @Test
    @DisplayName("keeps both wordings where they wrote at the same words, until one of them decides")
    void sameWords() {
        var theirs = BASE.with(Places.row("b"), "Das Amt berichtet im Mai.");
        var mine = BASE.with(Places.row("b"), "Das Amt berichtet im Juni.");

        var merged = merge(theirs, mine);

        assertThat(merged.text(Places.row("b"))).isEqualTo("Das Amt berichtet im Mai.");
        var rival = merged.rivalsAt(Places.row("b")).getFirst();
        assertThat(merged.text(rival.textPlace())).isEqualTo("Das Amt berichtet im Juni.");
        assertThat(rival.by()).isEqualTo("Karla");
        assertThat(merged.decided(rival, RivalChoice.BOTH).text(Places.row("b")))
                .isEqualTo("Das Amt berichtet im Mai.\nDas Amt berichtet im Juni.");
        assertThat(merged.decided(rival, RivalChoice.RIVAL).text(Places.row("b")))
                .isEqualTo("Das Amt berichtet im Juni.");
        assertThat(merged.decided(rival, RivalChoice.STANDING).rivals()).isEmpty();
    }

    @Test
    @DisplayName("lets a wording that waits be written on, while the other is written on")
    void rivalsAreWrittenOn() {
        var merged = merge(
                BASE.with(Places.row("b"), "Das Amt berichtet im Mai."),
                BASE.with(Places.row("b"), "Das Amt berichtet im Juni."));
        var rival = merged.rivals().getFirst();

        var again = ManuscriptMerge.merge(
                merged,
                merged.with(Places.row("b"), "Das Amt berichtet im Mai 2027."),
                merged.with(rival.textPlace(), "Das Amt berichtet im Juni, mündlich."),
                "Karla");

        assertThat(again.rivals()).containsExactly(rival);
        assertThat(again.text(rival.textPlace())).isEqualTo("Das Amt berichtet im Juni, mündlich.");
        assertThat(again.text(Places.row("b"))).isEqualTo("Das Amt berichtet im Mai 2027.");
    }

    @Test
    @DisplayName("asks for a decision between two dates")
    void twoDates() {
        var place = Places.row("a", Places.UNTIL);
        var merged = merge(BASE.with(place, "2027-03-31"), BASE.with(place, "2027-06-30"));

        assertThat(merged.text(place)).isEqualTo("2027-03-31");
        assertThat(merged.rivalsAt(place))
                .singleElement()
                .satisfies(it -> assertThat(merged.text(it.textPlace())).isEqualTo("2027-06-30"));
    }

    @Test
    @DisplayName("keeps a point that one removed if the other still wrote in it, where it stood")
    void removedAndWritten() {
        var mine = BASE.with(Places.row("b"), "Das Amt berichtet im Mai.");
        var theirs = BASE.withRows(List.of("a", "c"));

        assertThat(merge(theirs, mine).rows()).containsExactly("a", "b", "c");
        assertThat(merge(mine, theirs).rows()).containsExactly("a", "b", "c");
        assertThat(merge(mine, theirs).text(Places.row("b"))).isEqualTo("Das Amt berichtet im Mai.");
        assertThat(merge(theirs, BASE.with(Places.TITLE, "Anders")).rows()).containsExactly("a", "c");
    }

    @Test
    @DisplayName("holds the new points of both, also where a point was moved meanwhile")
    void newAndMovedPoints() {
        var theirs = BASE.withRows(List.of("c", "a", "b"));
        var mine = BASE.withRows(List.of("a", "new", "b", "c")).with(Places.row("new"), "Neu.");

        assertThat(merge(theirs, mine).rows()).containsExactly("c", "a", "new", "b");
        assertThat(merge(mine, theirs).rows()).containsExactly("c", "a", "new", "b");
    }

    @Test
    @DisplayName("becomes a proposal with numbered points and parts, and comes back from it with its identities")
    void proposals() {
        var manuscript = BASE.withPart("b", true).with(Places.row("a", Places.UNTIL), "2027-03-31");

        var proposal = manuscript.proposal();

        assertThat(proposal.points()).hasSize(2);
        assertThat(proposal.points().getFirst().subPoints()).containsExactly(new SubPoint("(1)", "Das Amt berichtet."));
        assertThat(proposal.points().getFirst().due()).hasToString("DueDate[from=null, until=2027-03-31]");
        assertThat(manuscript.label("b")).isEqualTo("01 (1)");
        assertThat(manuscript.label("c")).isEqualTo("02");
        var points = new ArrayList<>(proposal.points());
        points.addFirst(ResolutionPoint.of("", "Vorweg."));
        assertThat(manuscript.with(new ResolutionProposal("", points)).rows())
                .hasSize(4)
                .endsWith("a", "b", "c");
    }

    private static Manuscript merge(Manuscript theirs, Manuscript mine) {
        return ManuscriptMerge.merge(BASE, theirs, mine, "Karla");
    }
}
