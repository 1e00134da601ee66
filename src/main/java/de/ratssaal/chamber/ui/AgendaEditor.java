package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the agenda: add, rename, nest and reorder items, by mouse, touch or keyboard. */
class AgendaEditor extends Composite<Div> {

    private final MeetingSummary prepared;
    private final MeetingId meeting;
    private final MeetingPlanning planning;
    private final Meetings meetings;
    private final ItemDocuments documents;
    private final OrderedList rows = new OrderedList();
    private final TextField title = new TextField();
    private final Checkbox nonPublic = new Checkbox();
    private final Map<String, Focusable<?>> buttons = new HashMap<>();
    private @Nullable AgendaItemSummary dragged;

    AgendaEditor(MeetingSummary prepared, MeetingPlanning planning, Meetings meetings, ItemDocuments documents) {
        this.prepared = prepared;
        this.meeting = prepared.id();
        this.planning = planning;
        this.meetings = meetings;
        this.documents = documents;
        rows.addClassName("rs-agenda");
        getContent().addClassName("rs-agenda-editor");
        getContent().add(rows, addRow());
        show();
    }

    private Component addRow() {
        title.setLabel(getTranslation("chamber.agenda.new"));
        title.setPlaceholder(getTranslation("chamber.agenda.new-placeholder"));
        title.addKeyPressListener(Key.ENTER, key -> add());
        title.addClassName("rs-grow");
        nonPublic.setLabel(getTranslation("chamber.agenda.non-public"));
        var add = new Button(getTranslation("chamber.agenda.add"), Symbol.ADD.create(), click -> add());
        var row = new Div(title, nonPublic, add);
        row.addClassNames("rs-fields-row", "rs-agenda-add");
        return row;
    }

    private void add() {
        planning.addItem(meeting, null, !nonPublic.getValue(), title.getValue());
        title.clear();
        nonPublic.clear();
        title.focus();
        show();
    }

    private void show() {
        rows.removeAll();
        buttons.clear();
        var agenda = meetings.agenda(meeting);
        if (agenda.isEmpty()) {
            var empty = new ListItem(new Paragraph(getTranslation("chamber.agenda.empty")));
            empty.addClassName("rs-agenda-empty");
            rows.add(empty);
        }
        agenda.forEach(it -> rows.add(row(it, agenda)));
    }

    private ListItem row(AgendaItemSummary item, List<AgendaItemSummary> agenda) {
        var number = new Span(item.number());
        number.addClassName("rs-agenda-number");
        var words = new Span(item.title());
        words.addClassName("rs-agenda-title");
        var grip = Symbol.DRAG.create();
        grip.addClassName("rs-agenda-grip");
        var line = new Div(grip, number, words);
        line.addClassName("rs-agenda-line");
        if (!item.isPublic()) {
            line.add(nonPublicBadge());
        }
        line.add(tools(item, agenda));
        var row = new ListItem(line, documents.prepared(prepared, item));
        row.addClassNames("rs-agenda-item", "rs-agenda-depth-" + Math.min(item.depth(), 3));
        row.getElement().setAttribute("data-item", item.id().toString());
        makeDraggable(row, item);
        return row;
    }

    private Component nonPublicBadge() {
        var badge = new Span(Symbol.LOCK.create(), new Span(getTranslation("chamber.agenda.non-public")));
        badge.addClassNames("rs-badge", "rs-badge-nonpublic");
        return badge;
    }

    private void makeDraggable(ListItem row, AgendaItemSummary item) {
        var source = DragSource.create(row);
        source.setEffectAllowed(EffectAllowed.MOVE);
        source.addDragStartListener(start -> dragged = item);
        source.addDragEndListener(end -> dragged = null);
        var target = DropTarget.create(row);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(drop -> {
            var moved = dragged;
            if (moved != null && !moved.id().equals(item.id())) {
                drop(moved, item);
            }
        });
    }

    /** Into the other part only after a question: it changes who learns of the item. */
    private void drop(AgendaItemSummary moved, AgendaItemSummary onto) {
        Runnable step = () -> move(moved, onto.parent(), onto.isPublic(), onto.position(), null);
        if (moved.isPublic() == onto.isPublic()) {
            step.run();
        } else {
            var key = onto.isPublic() ? "chamber.agenda.to-public" : "chamber.agenda.to-non-public";
            ConfirmAction.ask(
                    getTranslation(key, moved.number(), moved.title()),
                    getTranslation(key + "-text"),
                    getTranslation("chamber.agenda.move"),
                    step);
        }
    }

    private Component tools(AgendaItemSummary item, List<AgendaItemSummary> agenda) {
        var siblings = agenda.stream()
                .filter(it -> Objects.equals(it.parent(), item.parent()) && it.isPublic() == item.isPublic())
                .toList();
        var first = item.position() == 0;
        var last = item.position() == siblings.size() - 1;
        var tools = new Div(
                tool(item, "up", Symbol.UP, !first, () -> shift(item, -1)),
                tool(item, "down", Symbol.DOWN, !last, () -> shift(item, 1)),
                tool(item, "in", Symbol.CHEVRON_RIGHT, !first, () -> nest(item, siblings)),
                tool(item, "out", Symbol.CHEVRON_LEFT, item.parent() != null, () -> unnest(item, agenda)),
                tool(item, "rename", Symbol.EDIT, true, () -> rename(item)),
                tool(item, "remove", Symbol.DELETE, true, () -> remove(item)));
        tools.addClassName("rs-agenda-tools");
        return tools;
    }

    private Button tool(AgendaItemSummary item, String what, Symbol symbol, boolean possible, Runnable step) {
        var button = new Button(symbol.create(), click -> step.run());
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(getTranslation("chamber.agenda." + what, item.title()));
        button.setTooltipText(getTranslation("chamber.agenda." + what, item.title()));
        button.setEnabled(possible);
        buttons.put(item.id() + what, button);
        return button;
    }

    private void shift(AgendaItemSummary item, int by) {
        move(item, item.parent(), item.isPublic(), item.position() + by, by < 0 ? "up" : "down");
    }

    /** Below the item before it. */
    private void nest(AgendaItemSummary item, List<AgendaItemSummary> siblings) {
        var above = siblings.get(item.position() - 1);
        move(item, above.id(), item.isPublic(), Integer.MAX_VALUE, "out");
    }

    /** Behind the item it was below. */
    private void unnest(AgendaItemSummary item, List<AgendaItemSummary> agenda) {
        agenda.stream()
                .filter(it -> it.id().equals(item.parent()))
                .findFirst()
                .ifPresent(above -> move(item, above.parent(), item.isPublic(), above.position() + 1, "in"));
    }

    private void move(
            AgendaItemSummary item, @Nullable AgendaItemId parent, boolean isPublic, int at, @Nullable String focus) {
        planning.moveItem(meeting, item.id(), parent, isPublic, at);
        show();
        var button = focus == null ? null : buttons.get(item.id() + focus);
        if (button != null) {
            button.focus();
        }
    }

    /** Asks first if more goes with the item than its title. */
    private void remove(AgendaItemSummary item) {
        var within = within(item, meetings.agenda(meeting));
        var load = within.stream().map(documents::load).reduce(new ItemDocuments.Load(0, 0), ItemDocuments.Load::and);
        var lost = Stream.of(
                        counted("chamber.agenda.remove-items", within.size() - 1),
                        counted("chamber.agenda.remove-papers", load.papers()),
                        counted("chamber.agenda.remove-files", load.files()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        Runnable step = () -> {
            planning.removeItem(meeting, item.id());
            show();
        };
        if (lost.isEmpty()) {
            step.run();
        } else {
            ConfirmAction.askDestructive(
                    getTranslation("chamber.agenda.remove-question", item.number(), item.title()),
                    getTranslation("chamber.agenda.remove-text", lost),
                    getTranslation("chamber.agenda.remove-verb"),
                    step);
        }
    }

    private Optional<String> counted(String key, int count) {
        return count == 0 ? Optional.empty() : Optional.of(getTranslation(key, count));
    }

    /** The item and everything below it. An item stands before what is below it. */
    private static List<AgendaItemSummary> within(AgendaItemSummary item, List<AgendaItemSummary> agenda) {
        var within = new ArrayList<AgendaItemSummary>();
        for (var one : agenda) {
            if (one.id().equals(item.id())
                    || within.stream().anyMatch(it -> it.id().equals(one.parent()))) {
                within.add(one);
            }
        }
        return within;
    }

    private void rename(AgendaItemSummary item) {
        var field = new TextField(getTranslation("chamber.agenda.new"));
        field.setValue(item.title());
        field.setWidthFull();
        var dialog = new com.vaadin.flow.component.confirmdialog.ConfirmDialog();
        dialog.setHeader(getTranslation("chamber.agenda.rename", item.number()));
        dialog.add(field);
        dialog.setConfirmText(getTranslation("chamber.agenda.save"));
        dialog.setCancelText(getTranslation("chamber.cancel"));
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirm -> {
            planning.renameItem(meeting, item.id(), field.getValue());
            show();
        });
        dialog.open();
        field.focus();
    }
}
