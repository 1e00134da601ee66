package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.MinutesLinks;
import de.ratssaal.voting.Resolution;

/** What a closed meeting came to, and the way to its minutes. */
class MeetingOver extends Composite<Div> {

    MeetingOver(Board board) {
        var card = new Card(getTranslation("chamber.room.over"));
        getContent().add(card);
        card.add(new Paragraph(getTranslation("chamber.room.over-text")));
        if (!board.resolutions().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("rs-rows");
            board.agenda()
                    .forEach(item -> board.resolutions().stream()
                            .filter(it -> it.item().equals(item.id()))
                            .forEach(it -> list.add(new ListItem(row(item, it)))));
            card.add(list);
        }
        var actions = new Div(minutes(board.meeting().id()));
        actions.addClassName("rs-actions");
        card.add(actions);
    }

    private Div row(AgendaItemSummary item, Resolution resolution) {
        var title = new Span(getTranslation("chamber.room.item", item.number(), item.title()));
        title.addClassName("rs-row-title");
        var words = new Span(title, new Span(getTranslation("voting.outcome." + resolution.outcome())));
        words.addClassName("rs-row-words");
        var row = new Div(words);
        row.addClassName("rs-row");
        return row;
    }

    /** The next step after a meeting. */
    static Anchor minutes(MeetingId meeting) {
        var link = new Anchor(MinutesLinks.minutes(meeting));
        link.add(Symbol.MINUTES.create(), new Span(link.getTranslation("chamber.next.minutes-action")));
        link.addClassNames("rs-button", "rs-button-primary");
        return link;
    }
}
