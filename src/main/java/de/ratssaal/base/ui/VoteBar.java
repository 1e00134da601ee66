package de.ratssaal.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/**
 * Votes as a bar with figures: yes, no, abstentions, and who has not voted yet. Each part has its own pattern, and the
 * figures stand below as a list, which is what screen readers read.
 */
public class VoteBar extends Composite<Div> implements HasStyle {

    /**
     * @param yes votes for
     * @param no votes against
     * @param abstentions votes that are not counted
     * @param open members entitled to vote who have not voted; 0 once the vote is closed
     * @param recused members excluded from the item
     */
    public record Votes(int yes, int no, int abstentions, int open, int recused) {

        public Votes {
            if (yes < 0 || no < 0 || abstentions < 0 || open < 0 || recused < 0) {
                throw new IllegalArgumentException("votes are counted from 0");
            }
        }

        private int all() {
            return yes + no + abstentions + open;
        }
    }

    private final Div bar = new Div();
    private final UnorderedList figures = new UnorderedList();

    public VoteBar(Votes votes) {
        getContent().addClassName("rs-votes");
        bar.addClassName("rs-votes-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        figures.addClassName("rs-votes-figures");
        getContent().add(bar, figures);
        show(votes);
    }

    public final void show(Votes votes) {
        bar.removeAll();
        figures.removeAll();
        var parts = List.of(
                new Part("yes", Symbol.YES, votes.yes()),
                new Part("no", Symbol.NO, votes.no()),
                new Part("abstain", Symbol.ABSTAIN, votes.abstentions()),
                new Part("open", Symbol.WAITING, votes.open()));
        for (var part : parts) {
            if (part.count() > 0) {
                var piece = new Div();
                piece.addClassNames("rs-votes-piece", "rs-votes-" + part.name());
                piece.getStyle().set("flex-grow", String.valueOf(part.count()));
                bar.add(piece);
            }
            if (!part.name().equals("open") || part.count() > 0) {
                figures.add(figure(part));
            }
        }
        if (votes.recused() > 0) {
            figures.add(figure(new Part("recused", Symbol.RECUSED, votes.recused())));
        }
        bar.setClassName("rs-votes-none", votes.all() == 0);
    }

    private ListItem figure(Part part) {
        var count = new Span(String.valueOf(part.count()));
        count.addClassName("rs-votes-count");
        var sign = new Span(part.symbol().create());
        sign.addClassNames("rs-votes-sign", "rs-votes-" + part.name());
        var item = new ListItem(sign, new Span(getTranslation("base.votes." + part.name())), count);
        item.addClassName("rs-votes-figure");
        return item;
    }

    private record Part(String name, Symbol symbol, int count) {}
}
