package de.ratssaal.conflict.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.OneAtATime;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conflict.OwnInterests;
import de.ratssaal.conflict.PossibleConflict;
import de.ratssaal.conflict.PossibleConflicts;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What the papers of the item before the meeting, and of those that come next, name that is near to the member. Papers are searched
 * aside: no screen waits for that to be drawn.
 */
final class ConflictsInRoom implements LiveCard.Shown {

    /** So many items ahead are looked at: there is time to declare to be recused before one is called. */
    private static final int AHEAD = 3;

    private final MeetingId meeting;
    private final PersonId me;
    private final PossibleConflicts conflicts;
    private final OwnInterests interests;
    private final AttendanceRegister attendance;
    private final Consumer<Runnable> act;
    private final Section section = new Section("rs-conflicts").calm();
    private final OneAtATime searching = new OneAtATime("conflicts", this::search);
    private volatile @Nullable Wanted wanted;
    private @Nullable Asked lookedFor;
    private List<PossibleConflict> found = List.of();
    private int turn;
    private @Nullable Board shown;

    private record Asked(Set<AgendaItemId> items, boolean isRecused, int turn) {}

    private record Wanted(Asked asked, UI ui, SecurityContext who) {}

    ConflictsInRoom(
            MeetingId meeting,
            PersonId me,
            PossibleConflicts conflicts,
            OwnInterests interests,
            AttendanceRegister attendance,
            Consumer<Runnable> act) {
        this.meeting = meeting;
        this.me = me;
        this.conflicts = conflicts;
        this.interests = interests;
        this.attendance = attendance;
        this.act = act;
        section.setVisible(false);
    }

    @Override
    public Component component() {
        return section;
    }

    @Override
    public void show(Board board) {
        shown = board;
        var isMember = board.seatOf(me).filter(it -> it.member().votes()).isPresent();
        var isRunning = board.meeting().state().isRunning();
        if (!isMember || !isRunning) {
            section.setVisible(false);
            return;
        }
        look(board);
        draw(board);
    }

    private void draw(Board board) {
        section.setVisible(!found.isEmpty());
        section.show(List.of(found), () -> card(board.meeting().currentItem()));
    }

    /** Papers are read anew only when another item is before the meeting, or something was declared. */
    private void look(Board board) {
        var isRecused = board.seatOf(me).filter(it -> it.isRecused()).isPresent();
        var asked = new Asked(items(board), isRecused, turn);
        if (asked.equals(lookedFor)) {
            return;
        }
        lookedFor = asked;
        found = found.stream().filter(it -> asked.items().contains(it.item())).toList();
        wanted = new Wanted(asked, UI.getCurrent(), SecurityContextHolder.getContext());
        searching.ask();
    }

    /** On a thread of its own. */
    private void search() {
        var search = wanted;
        if (search == null) {
            return;
        }
        var before = SecurityContextHolder.getContext();
        var isFound = false;
        try {
            SecurityContextHolder.setContext(search.who());
            var all = find(search.asked().items());
            isFound = true;
            WhileShown.update(search.ui(), () -> found(search.asked(), all));
        } finally {
            SecurityContextHolder.setContext(before);
            if (!isFound) {
                WhileShown.update(search.ui(), () -> lookedFor = null); // the next board tries again
            }
        }
    }

    private List<PossibleConflict> find(Set<AgendaItemId> items) {
        if (items.isEmpty() || !conflicts.isAnythingSought()) {
            return List.of();
        }
        var recused = attendance.recusals(meeting).stream()
                .filter(it -> it.person().equals(me))
                .map(it -> it.item())
                .collect(Collectors.toSet());
        var open = items.stream().filter(it -> !recused.contains(it)).collect(Collectors.toSet());
        return open.isEmpty() ? List.of() : conflicts.on(meeting, open);
    }

    /** What was asked for before something else was is not shown any more. */
    private void found(Asked asked, List<PossibleConflict> all) {
        var board = shown;
        if (board != null && asked.equals(lookedFor)) {
            found = all;
            draw(board);
        }
    }

    private static Set<AgendaItemId> items(Board board) {
        var items = new LinkedHashSet<AgendaItemId>();
        board.currentItem().map(AgendaItemSummary::id).ifPresent(items::add);
        board.agenda().stream()
                .filter(it -> it.state() == ItemState.PENDING)
                .map(AgendaItemSummary::id)
                .filter(it -> !items.contains(it))
                .limit(AHEAD)
                .toList()
                .forEach(items::add);
        return items;
    }

    private Component card(@Nullable AgendaItemId current) {
        var card = new Card(section.getTranslation("conflict.title")).emphasized();
        var byItem = new LinkedHashMap<AgendaItemId, List<PossibleConflict>>();
        found.stream()
                .collect(Collectors.groupingBy(PossibleConflict::item, LinkedHashMap::new, Collectors.toList()))
                .forEach(byItem::put);
        byItem.forEach((item, all) -> card.add(ofItem(item, all, item.equals(current))));
        var note = new Paragraph(section.getTranslation("conflict.yours-alone"));
        note.addClassName("rs-muted");
        card.add(note);
        return card;
    }

    private Component ofItem(AgendaItemId item, List<PossibleConflict> all, boolean isCurrent) {
        var first = all.getFirst();
        var part = new Div(new H3(
                section.getTranslation(isCurrent ? "conflict.now" : "conflict.coming", first.number(), first.title())));
        part.addClassName("rs-conflict");
        all.forEach(it -> part.add(ConflictLine.of(section, it), notOne(item, it)));
        var declare = new Button(
                section.getTranslation("conflict.declare"),
                Symbol.RECUSED.create(),
                click -> ConfirmAction.ask(
                        section.getTranslation("conflict.declare-question", first.number()),
                        section.getTranslation("conflict.declare-consequence"),
                        section.getTranslation("conflict.declare"),
                        () -> act.accept(() -> {
                            turn++;
                            attendance.recuse(meeting, item, me);
                        })));
        declare.addThemeNames("primary");
        declare.setAriaLabel(section.getTranslation("conflict.declare-for", first.number()));
        part.add(declare);
        return part;
    }

    private Component notOne(AgendaItemId item, PossibleConflict conflict) {
        var button = new Button(
                section.getTranslation("conflict.set-aside"), Symbol.CLOSE.create(), click -> setAside(item, conflict));
        button.addThemeNames("tertiary");
        button.setAriaLabel(section.getTranslation(
                "conflict.set-aside-of", conflict.interest().words(), conflict.number()));
        var line = new Div(button);
        line.addClassName("rs-actions");
        return line;
    }

    /** It is nobody else's business, so the shared picture does not change. */
    private void setAside(AgendaItemId item, PossibleConflict conflict) {
        interests.setAside(item, conflict.interest().id());
        found = found.stream().filter(it -> !it.equals(conflict)).toList();
        turn++;
        var board = shown;
        if (board != null) {
            show(board);
        }
    }
}
