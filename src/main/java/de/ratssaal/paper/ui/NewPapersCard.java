package de.ratssaal.paper.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperQuery;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the start page: the papers that were released last. */
@Component
class NewPapersCard implements StartCard {

    private static final int SHOWN = 5;

    private final PaperShelf shelf;
    private final Kinds kinds;

    NewPapersCard(PaperShelf shelf, Kinds kinds) {
        this.shelf = shelf;
        this.kinds = kinds;
    }

    @Override
    public Area area() {
        return Area.NEWS;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Card> card() {
        var latest = shelf.list(new PaperQuery("", null, PaperState.RELEASED, null, null, SHOWN));
        return latest.isEmpty() ? Optional.empty() : Optional.of(card(latest));
    }

    private Card card(List<PaperSummary> latest) {
        var rows = new UnorderedList();
        rows.addClassName("rs-rows");
        latest.forEach(it -> rows.add(new ListItem(row(it))));
        var card = new Card(rows.getTranslation("paper.start"), rows);
        return card.aside(new Anchor(PaperLinks.LIST, rows.getTranslation("paper.start.all")));
    }

    private Anchor row(PaperSummary paper) {
        var title = new Span(paper.title());
        title.addClassName("rs-row-title");
        var words = new Span(title);
        words.add(new Span(words.getTranslation(
                "paper.page.subtitle", paper.number().toString(), kinds.of(words, paper), paper.originator())));
        words.addClassName("rs-row-words");
        var row = new Anchor(PaperLinks.paper(paper.id()), words);
        row.addClassName("rs-row");
        return row;
    }
}
