package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.circular.CircularConduct;
import de.ratssaal.circular.CircularLinks;
import de.ratssaal.circular.CircularSummary;
import de.ratssaal.circular.Circulars;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.ui.InvitationPart;
import java.util.Optional;

/** Beside a meeting's invitation: what was resolved in writing since, for its agenda. */
@org.springframework.stereotype.Component
class CircularsToAnnounce implements InvitationPart {

    private static final int ORDER = 5;

    private final Circulars circulars;
    private final CircularConduct conduct;

    CircularsToAnnounce(Circulars circulars, CircularConduct conduct) {
        this.circulars = circulars;
        this.conduct = conduct;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<? extends Component> part(MeetingSummary meeting, Runnable changed) {
        var waiting = circulars.toAnnounce(meeting.organization());
        if (waiting.isEmpty() || !meeting.state().hasOpenAgenda()) {
            return Optional.empty();
        }
        var card = new Card(new Span().getTranslation("circular.announce.title"));
        var list = new UnorderedList();
        list.addClassName("rs-entries");
        waiting.forEach(it -> list.add(new ListItem(entry(card, it, meeting, changed))));
        card.add(new Paragraph(card.getTranslation("circular.announce.text")), list);
        return Optional.of(card);
    }

    private Component entry(Component view, CircularSummary circular, MeetingSummary meeting, Runnable changed) {
        var put = new Button(view.getTranslation("circular.announce.put"), Symbol.AGENDA.create(), click -> {
            conduct.announce(circular.id(), meeting.id());
            changed.run();
        });
        put.setAriaLabel(view.getTranslation("circular.announce.put-of", circular.title()));
        var entry = new Div(
                new Anchor(CircularLinks.circular(circular.id()), circular.title()),
                CircularRows.state(view, circular),
                put);
        entry.addClassName("rs-entry");
        return entry;
    }
}
