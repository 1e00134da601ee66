package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.circular.Circulars;
import java.util.Optional;

/** On the start page: circular resolutions that wait for an answer of whoever is signed in, the first to end first. */
@org.springframework.stereotype.Component
class CircularsCard implements StartCard {

    private static final int ORDER = 3;

    private final Circulars circulars;

    CircularsCard(Circulars circulars) {
        this.circulars = circulars;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<? extends Component> card() {
        var waiting = circulars.waitingForMe();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var view = new Span();
        return Optional.of(TaskRow.card(
                        view.getTranslation("circular.card"),
                        waiting.stream()
                                .map(it -> CircularRows.of(view, it, true))
                                .toList())
                .emphasized());
    }
}
