package de.ratssaal.reader.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.reader.MeetingReading;
import de.ratssaal.reader.ReaderLinks;

/**
 * How many documents a meeting has, how many are unread, and the button that opens them. They are counted once the page is
 * shown: what each person may read takes a moment to gather.
 */
class ReadPanel extends Composite<Card> {

    private static final String NOT_YET_COUNTED = "\u00a0";

    private final MeetingId meeting;
    private final MeetingReading reading;
    private final Paragraph words = new Paragraph(NOT_YET_COUNTED);

    ReadPanel(MeetingSummary meeting, MeetingReading reading) {
        this.meeting = meeting.id();
        this.reading = reading;
        var link = new Anchor(ReaderLinks.meeting(meeting.id()));
        link.setRouterIgnore(true);
        link.add(Symbol.PAPER.create(), new Span(getTranslation("reader.card.read")));
        link.addClassNames("rs-button", "rs-button-primary");
        words.addClassName("rs-packet-facts");
        var piece = new Div(words, link);
        piece.addClassName("rs-packet-piece");
        getContent().add(piece);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().executeJs("return true").then(Boolean.class, shown -> count());
    }

    private void count() {
        var count = reading.count(meeting);
        words.setText(getTranslation("reader.card.count", count.all(), count.unread()));
        setVisible(count.all() > 0);
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("reader.card"));
    }
}
