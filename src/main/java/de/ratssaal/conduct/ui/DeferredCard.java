package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.conduct.DeferredItem;
import de.ratssaal.conduct.DeferredItems;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.ui.MeetingCard;
import java.util.Optional;

/**
 * On a meeting's page: what it deferred and where that is taken up, what it takes up and from where; and, while its agenda is made,
 * what waits to be taken up.
 */
@org.springframework.stereotype.Component
class DeferredCard implements MeetingCard {

    private final DeferredItems deferred;

    DeferredCard(DeferredItems deferred) {
        this.deferred = deferred;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<? extends Component> card(MeetingSummary meeting) {
        var waiting = deferred.waitingFor(meeting.id());
        var gone = deferred.deferredIn(meeting.id());
        var come = deferred.takenUpIn(meeting.id());
        if (waiting.isEmpty() && gone.isEmpty() && come.isEmpty()) {
            return Optional.empty();
        }
        var card = new Card(UI.getCurrent().getTranslation("conduct.deferred.title"));
        if (!waiting.isEmpty()) {
            card.add(new Paragraph(card.getTranslation("conduct.deferred.waiting-text")));
            card.add(DeferredList.of(waiting, it -> putOn(card, it, meeting)));
        }
        if (!come.isEmpty()) {
            card.add(new Paragraph(card.getTranslation("conduct.deferred.come")));
            card.add(DeferredList.of(come, DeferredList::from));
        }
        if (!gone.isEmpty()) {
            card.add(new Paragraph(card.getTranslation("conduct.deferred.gone")));
            card.add(DeferredList.of(gone, DeferredList::to));
        }
        return Optional.of(card);
    }

    private Component putOn(Card card, DeferredItem item, MeetingSummary meeting) {
        var put = new Button(card.getTranslation("conduct.deferred.put"), Symbol.AGENDA.create(), click -> {
            deferred.takeUp(item.item().id(), meeting.id());
            Notice.success(card.getTranslation("conduct.deferred.put-done"));
            UI.getCurrent().refreshCurrentRoute(true);
        });
        put.setAriaLabel(
                card.getTranslation("conduct.deferred.put-of", item.item().title()));
        return put;
    }
}
