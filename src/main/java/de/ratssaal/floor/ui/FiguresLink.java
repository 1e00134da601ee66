package de.ratssaal.floor.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.floor.FloorLinks;
import de.ratssaal.meeting.MeetingId;

/** The way to how much was said by whom. */
class FiguresLink extends Anchor {

    FiguresLink(MeetingId meeting) {
        super(FloorLinks.figures(meeting));
        add(Symbol.CLOCK.create(), new Span(getTranslation("floor.figures.link")));
        addClassNames("rs-button", "rs-button-secondary");
    }
}
