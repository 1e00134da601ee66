package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingState;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The agenda at the desk, each item with the button that calls it. A row is made anew when its item changed, and no other with it;
 * while a vote runs the buttons are hidden and the rows stay.
 */
final class DeskAgenda extends Section {

    private static final int DEEPEST = 3;

    private final transient Consumer<AgendaItemSummary> call;
    private final transient Map<AgendaItemId, Row> rows = new HashMap<>();

    /** @param call calls an item */
    DeskAgenda(Consumer<AgendaItemSummary> call) {
        super("rs-desk-agenda");
        this.call = call;
    }

    void show(Board board) {
        var agenda = board.agenda();
        var order = agenda.stream().map(AgendaItemSummary::id).toList();
        rows.keySet().retainAll(order);
        var mayCall =
                board.meeting().state() == MeetingState.OPEN && board.openPoll().isEmpty();
        agenda.forEach(item -> rows.computeIfAbsent(item.id(), it -> new Row())
                .show(item, mayCall && item.state() != ItemState.CALLED));
        show(List.copyOf(order), () -> list(order));
    }

    private Component list(List<AgendaItemId> order) {
        var list = new OrderedList();
        list.addClassName("rs-agenda");
        order.forEach(it -> list.add(rows.computeIfAbsent(it, id -> new Row())));
        var card = new Card(getTranslation("chamber.agenda.title"));
        card.add(list);
        return card;
    }

    /** One item. The button stays the same, also under a finger. */
    private final class Row extends ListItem {

        private final Button button = new Button(Symbol.CHEVRON_RIGHT.create(), click -> call());
        private transient @Nullable AgendaItemSummary shown;

        Row() {
            button.addThemeNames("tertiary", "icon");
        }

        void show(AgendaItemSummary item, boolean mayCall) {
            button.setVisible(mayCall);
            if (item.equals(shown)) {
                return;
            }
            shown = item;
            var number = new Span(item.number());
            number.addClassName("rs-agenda-number");
            var title = new Span(item.title());
            title.addClassName("rs-agenda-title");
            button.setAriaLabel(getTranslation("chamber.desk.call", item.number(), item.title()));
            var line = new Div(number, title, new Span(getTranslation("chamber.item." + item.state())), button);
            line.addClassName("rs-agenda-line");
            removeAll();
            add(line);
            setClassName("rs-agenda-item rs-agenda-depth-%d rs-agenda-%s"
                    .formatted(
                            Math.min(item.depth(), DEEPEST), item.state().name().toLowerCase(Locale.ROOT)));
        }

        private void call() {
            if (shown != null) {
                call.accept(shown);
            }
        }
    }
}
