package de.ratssaal.reader.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.reader.MeetingReading;
import de.ratssaal.reader.ReaderLinks;

/** How many documents a meeting has, how many are unread, and the button that opens them. */
class ReadPanel extends Composite<Card> {

    ReadPanel(MeetingSummary meeting, MeetingReading.Count count) {
        var link = new Anchor(ReaderLinks.meeting(meeting.id()));
        link.setRouterIgnore(true);
        link.add(Symbol.PAPER.create(), new Span(getTranslation("reader.card.read")));
        link.addClassNames("rs-button", "rs-button-primary");
        var words = new Paragraph(getTranslation("reader.card.count", count.all(), count.unread()));
        words.addClassName("rs-packet-facts");
        var piece = new Div(words, link);
        piece.addClassName("rs-packet-piece");
        getContent().add(piece);
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("reader.card"));
    }
}
