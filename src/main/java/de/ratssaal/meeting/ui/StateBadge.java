package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.meeting.MeetingState;
import java.util.Locale;

/** Where a meeting stands, as icon and word. */
public class StateBadge extends Composite<Span> {

    public StateBadge(MeetingState state) {
        var symbol = switch (state) {
            case PLANNED -> Symbol.DRAFT;
            case CONVENED -> Symbol.INVITATION;
            case OPEN -> Symbol.LIVE;
            case INTERRUPTED -> Symbol.WAITING;
            case CLOSED -> Symbol.SUCCESS;
            case CANCELLED -> Symbol.CLOSE;
        };
        getContent().add(symbol.create(), new Span(getTranslation("meeting.state." + state)));
        getContent().addClassNames("rs-badge", "rs-badge-" + state.name().toLowerCase(Locale.ROOT));
    }
}
