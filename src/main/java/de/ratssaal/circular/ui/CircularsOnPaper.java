package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.circular.Circulars;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.ui.PaperPart;
import java.util.Optional;

/** On a paper's page: where it was or is put to members in writing. */
@org.springframework.stereotype.Component
class CircularsOnPaper implements PaperPart {

    private static final int ORDER = 15;

    private final Circulars circulars;

    CircularsOnPaper(Circulars circulars) {
        this.circulars = circulars;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<? extends Component> of(PaperPage page, Runnable changed) {
        var all = circulars.of(page.paper().id());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var view = new Span();
        return Optional.of(TaskRow.card(
                view.getTranslation("circular.list"),
                all.stream().map(it -> CircularRows.of(view, it, false)).toList()));
    }
}
