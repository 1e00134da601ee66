package de.ratssaal.amendment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.amendment.AmendmentLinks;
import de.ratssaal.amendment.AmendmentRow;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.ui.PaperPart;
import java.util.Optional;

/** The amendments to a paper on its page, in the order in which they should be voted on. */
@org.springframework.stereotype.Component
class AmendmentsCard implements PaperPart {

    private static final int ORDER = 10;

    private final Amendments amendments;

    AmendmentsCard(Amendments amendments) {
        this.amendments = amendments;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<? extends Component> of(PaperPage page, Runnable changed) {
        var paper = page.paper().id();
        var rows = amendments.of(paper);
        var mayMove = !amendments.movers(paper).isEmpty();
        if (rows.isEmpty() && !mayMove) {
            return Optional.empty();
        }
        var card = new Card(new Span().getTranslation("amendment.card"));
        if (mayMove) {
            card.aside(ButtonLink.secondary(
                    AmendmentLinks.create(paper), Symbol.EDIT, card.getTranslation("amendment.create")));
        }
        if (rows.isEmpty()) {
            card.add(new Paragraph(card.getTranslation("amendment.card.none")));
        } else {
            var list = new UnorderedList();
            list.addClassName("rs-rows");
            rows.forEach(it -> list.add(new ListItem(row(card, it))));
            card.add(list);
            if (rows.stream().anyMatch(it -> it.amendment().number() > 0)) {
                card.add(print(card, paper));
            }
        }
        return Optional.of(card);
    }

    private static Component print(Component view, PaperId paper) {
        var print = new Anchor(AmendmentLinks.print(paper), view.getTranslation("amendment.card.print"));
        print.setTarget(AnchorTarget.BLANK);
        print.setRouterIgnore(true);
        return print;
    }

    private static Component row(Component view, AmendmentRow row) {
        var amendment = row.amendment();
        var line = new TaskRow(
                AmendmentLinks.amendment(amendment.id()),
                Symbol.EDIT,
                view.getTranslation("amendment.card.row", AmendmentTexts.name(view, amendment), amendment.title()),
                view.getTranslation(
                        "amendment.card.detail", amendment.mover().name(), AmendmentTexts.reach(view, row)));
        if (amendment.toCheck()) {
            line.add(AmendmentTexts.toCheck(view));
        }
        line.add(AmendmentTexts.state(view, amendment.state()));
        return line;
    }
}
