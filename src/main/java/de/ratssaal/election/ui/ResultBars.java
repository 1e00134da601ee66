package de.ratssaal.election.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.election.CountSheet;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.RoundWay;
import java.util.List;

/** The sums of a round as bars, each with its figure; the list is what screen readers read. */
class ResultBars extends Composite<UnorderedList> {

    ResultBars(ElectionSummary election, CountSheet sheet, RoundWay way) {
        getContent().addClassName("rs-election-bars");
        var most = Math.max(
                1,
                Math.max(
                        sheet.inUrn(),
                        sheet.votes().values().stream().mapToInt(it -> it).max().orElse(1)));
        sheet.votes().forEach((who, votes) -> add(election.nameOf(who), votes, most, "rs-election-for"));
        if (sheet.votes().size() == 1) {
            add(getTranslation("election.sheet.no"), sheet.no(), most, "rs-election-against");
        }
        add(
                getTranslation(way == RoundWay.HANDS ? "election.sheet.abstained" : "election.sheet.blank"),
                sheet.blank(),
                most,
                "rs-election-none");
        if (way.knowsInvalid()) {
            add(getTranslation("election.sheet.invalid"), sheet.invalid(), most, "rs-election-none");
        }
    }

    private void add(String name, int votes, int most, String kind) {
        var bar = new Div();
        bar.addClassNames("rs-election-bar", kind);
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.setWidth(100f * votes / most, Unit.PERCENTAGE);
        var track = new Div(bar);
        track.addClassName("rs-election-track");
        var count = new Span(String.valueOf(votes));
        count.addClassName("rs-election-count");
        var label = new Span(name);
        label.addClassName("rs-election-name");
        getContent().add(new ListItem(label, count, track));
    }

    /** For lists of names and figures beside the bars. */
    static UnorderedList plain(List<String> lines) {
        var list = new UnorderedList();
        list.addClassName("rs-election-told");
        lines.forEach(it -> list.add(new ListItem(it)));
        return list;
    }
}
