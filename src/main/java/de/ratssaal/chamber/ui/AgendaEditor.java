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
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.AgendaSchedule;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.StandingItems;
import de.ratssaal.paper.AgendaBuilding;
import de.ratssaal.paper.DuePaper;
import de.ratssaal.paper.PaperLinks;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
    private @Nullable DuePaper draggedPaper;
    private final AgendaBuilding building;
    private final StandingItems standing;
    private final AgendaHints hinting;
    private final Div due = new Div();
    private final Div hints = new Div();

    AgendaEditor(
            MeetingSummary prepared,
            MeetingPlanning planning,
            Meetings meetings,
            ItemDocuments documents,
            AgendaBuilding building,
            StandingItems standing,
            AgendaHints hinting) {
        this.prepared = prepared;
        this.meeting = prepared.id();
        this.planning = planning;
        this.meetings = meetings;
        this.documents = documents;
        this.building = building;
        this.standing = standing;
        this.hinting = hinting;
        rows.addClassName("rs-agenda");
        getContent().addClassName("rs-agenda-editor");
        due.addClassName("rs-agenda-due");
        hints.addClassName("rs-agenda-hints");
        hints.getElement().setAttribute("role", "status");
        getContent().add(hints, due, rows, addRow(), standingTools());
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

    private Component standingTools() {
        var take = new Button(getTranslation("chamber.agenda.standing"), Symbol.AGENDA.create(), click -> {
            standing.putOn(meeting);
            show();
        });
        var edit = ButtonLink.secondary(
                MeetingLinks.standing(prepared.organization()),
                Symbol.EDIT,
                getTranslation("chamber.agenda.standing-edit"));
        var row = new Div(take, edit);
        row.addClassName("rs-actions");
        return row;
    }

    /** Papers that wait for this meeting: dragged to their place, or put there with a button. */
    private void showDue() {
        due.removeAll();
        var waiting = building.due(meeting);
        var heading = new H3(getTranslation("chamber.agenda.due"));
        if (waiting.isEmpty()) {
            var none = new Paragraph(getTranslation("chamber.agenda.due-none"));
            none.addClassName("rs-muted");
            due.add(heading, none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("rs-rows");
        waiting.forEach(it -> list.add(waiting(it)));
        due.add(heading, list);
    }

    private ListItem waiting(DuePaper waiting) {
        var paper = waiting.paper();
        var ready = waiting.readiness() != DuePaper.Readiness.NOT_RELEASED;
        var title = new Anchor(PaperLinks.paper(paper.id()), paper.number() + " " + paper.title());
        title.addClassName("rs-row-title");
        var detail = new Span(getTranslation("paper.consultation.role." + waiting.role())
                + (waiting.isMeant() ? " · " + getTranslation("chamber.agenda.due-meant") : ""));
        detail.addClassName("rs-row-detail");
        var words = new Span(title, detail);
        words.addClassName("rs-row-words");
        var row = new Div();
        row.addClassName("rs-row");
        if (ready) {
            var grip = Symbol.DRAG.create();
            grip.addClassName("rs-agenda-grip");
            row.add(grip);
        }
        row.add(words);
        if (!paper.isPublic()) {
            row.add(nonPublicBadge());
        }
        if (waiting.readiness() != DuePaper.Readiness.READY) {
            row.add(new StatusBadge(
                    Tone.WARNING, Symbol.WARNING, getTranslation("chamber.agenda.readiness." + waiting.readiness())));
        }
        var put =
                new Button(getTranslation("chamber.agenda.due-put"), Symbol.ADD.create(), click -> put(waiting, null));
        put.setAriaLabel(
                getTranslation("chamber.agenda.due-put-of", paper.number().toString()));
        put.setEnabled(ready);
        row.add(put);
        var item = new ListItem(row);
        if (ready) {
            var source = DragSource.create(item);
            source.setEffectAllowed(EffectAllowed.MOVE);
            source.addDragStartListener(start -> draggedPaper = waiting);
            source.addDragEndListener(end -> draggedPaper = null);
        }
        return item;
    }

    private void put(DuePaper waiting, @Nullable AgendaItemId before) {
        var item = building.take(meeting, waiting.paper().id(), before);
        show();
        var button = buttons.get(item + "rename");
        if (button != null) {
            button.focus();
        }
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
        var schedule = AgendaSchedule.of(prepared, agenda);
        agenda.forEach(it -> rows.add(row(it, agenda, schedule)));
        showDue();
        hints.removeAll();
        hinting.of(prepared, agenda, schedule).forEach(hints::add);
    }

    private ListItem row(AgendaItemSummary item, List<AgendaItemSummary> agenda, AgendaSchedule schedule) {
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
        agenda.stream()
                .filter(it -> it.id().equals(item.jointWith()))
                .findFirst()
                .ifPresent(it -> line.add(new StatusBadge(
                        Tone.INFO, Symbol.LINK, getTranslation("chamber.agenda.joint-with", it.number()))));
        line.add(time(item, schedule), tools(item, agenda));
        var row = new ListItem(line, documents.prepared(prepared, item));
        row.addClassNames("rs-agenda-item", "rs-agenda-depth-" + Math.min(item.depth(), 3));
        row.getElement().setAttribute("data-item", item.id().toString());
        makeDraggable(row, item);
        return row;
    }

    /** How long it takes, and when it would begin. */
    private Component time(AgendaItemSummary item, AgendaSchedule schedule) {
        var minutes = new IntegerField();
        minutes.setAriaLabel(getTranslation("chamber.agenda.minutes-of", item.title()));
        minutes.setSuffixComponent(new Span(getTranslation("chamber.agenda.minutes")));
        minutes.setMin(1);
        minutes.setMax(24 * 60);
        minutes.setValue(item.plannedMinutes());
        minutes.addValueChangeListener(change -> {
            if (change.isFromClient() && !minutes.isInvalid()) {
                planning.planTime(meeting, item.id(), change.getValue());
                show();
            }
        });
        minutes.addClassName("rs-agenda-minutes");
        var start = new Span(schedule.startOf(item.id())
                .map(it -> getTranslation(
                        "chamber.agenda.starts",
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(getLocale())
                                .format(it)))
                .orElse(""));
        start.addClassName("rs-agenda-starts");
        var time = new Span(start, minutes);
        time.addClassName("rs-agenda-time");
        return time;
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
            var paper = draggedPaper;
            if (paper != null) {
                put(
                        paper,
                        item.parent() == null
                                        && item.isPublic() == paper.paper().isPublic()
                                ? item.id()
                                : null);
            }
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
                item.jointWith() == null
                        ? tool(item, "join", Symbol.LINK, !first, () -> {
                            planning.joinItem(meeting, item.id());
                            show();
                        })
                        : tool(item, "separate", Symbol.STOP, true, () -> {
                            planning.separateItem(meeting, item.id());
                            show();
                        }),
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
