package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.CircularLinks;
import de.ratssaal.circular.CircularSummary;
import de.ratssaal.circular.Circulars;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All circular resolutions that whoever is signed in may see: what waits for them, what runs, what was. */
@Route(value = CircularLinks.LIST, layout = MainLayout.class)
@PermitAll
class CircularsView extends Composite<Div> implements HasDynamicTitle {

    private final Circulars circulars;
    private final Section content = new Section("rs-part");

    CircularsView(Circulars circulars, ChangeNotices notices) {
        this.circulars = circulars;
        getContent().addClassName("rs-page");
        var header = new PageHeader(getPageTitle(), getTranslation("circular.list.subtitle"));
        if (!circulars.whereToBegin().isEmpty()) {
            header.actions(ButtonLink.primary(CircularLinks.NEW, Symbol.ADD, getTranslation("circular.begin")));
        }
        getContent().add(header, content);
        show();
        WhileShown.watch(this, ui -> notices.watch(Circulars.CHANGES, () -> WhileShown.update(ui, this::show)));
    }

    private void show() {
        var all = circulars.list();
        var waiting = circulars.waitingForMe().stream().map(CircularSummary::id).collect(Collectors.toSet());
        content.show(List.of(all, waiting), () -> content(all, waiting));
    }

    private Component content(List<CircularSummary> all, Set<CircularId> waiting) {
        var parts = new Div();
        parts.addClassName("rs-part");
        if (all.isEmpty()) {
            parts.add(new EmptyState(
                    Symbol.INVITATION, getTranslation("circular.none"), getTranslation("circular.none-text")));
            return parts;
        }
        var mine = all.stream().filter(it -> waiting.contains(it.id())).toList();
        if (!mine.isEmpty()) {
            parts.add(card("circular.card", mine, true).emphasized());
        }
        var running = all.stream()
                .filter(it -> it.isRunning() && !waiting.contains(it.id()))
                .toList();
        if (!running.isEmpty()) {
            parts.add(card("circular.running", running, false));
        }
        var over = all.stream().filter(it -> !it.isRunning()).toList();
        if (!over.isEmpty()) {
            parts.add(card("circular.past", over, false));
        }
        return parts;
    }

    private Card card(String title, List<CircularSummary> shown, boolean isWaiting) {
        return TaskRow.card(
                getTranslation(title),
                shown.stream().map(it -> CircularRows.of(this, it, isWaiting)).toList());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("circular.list");
    }
}
