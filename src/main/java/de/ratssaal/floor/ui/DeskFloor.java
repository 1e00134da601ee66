package de.ratssaal.floor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.floor.Floor;
import de.ratssaal.floor.FloorConduct;
import de.ratssaal.floor.RequestId;
import de.ratssaal.floor.RequestState;
import de.ratssaal.floor.SpeechKind;
import de.ratssaal.floor.SpeechRequest;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The list at the desk: the next speaker as the largest button, whoever speaks with their time, everybody who waits. */
class DeskFloor implements LiveCard.Shown {

    private final MeetingId meeting;
    private final FloorConduct conduct;
    private final Consumer<Runnable> act;
    private final Clock clock;

    private final Card card = new DeskCard();
    private final Section speaking = new Section("rs-floor-part").calm();
    private final Section waiting = new Section("rs-floor-part");
    private final Section settings = new Section("rs-floor-part");
    private final EntryForm entry;
    private @Nullable RequestId dragged;

    DeskFloor(MeetingId meeting, FloorConduct conduct, Consumer<Runnable> act, Clock clock) {
        this.meeting = meeting;
        this.conduct = conduct;
        this.act = act;
        this.clock = clock;
        entry = new EntryForm(meeting, conduct, act);
        card.addClassName("rs-floor");
        card.add(speaking, waiting, entry, settings);
    }

    private static final class DeskCard extends Card {

        DeskCard() {
            super("");
            setTitle(getTranslation("floor.title"));
        }
    }

    @Override
    public Component component() {
        return card;
    }

    @Override
    public void show(Board board) {
        var state = board.meeting().state();
        var floor = board.part(Floor.class).filter(it -> it.item() != null && state.isRunning());
        card.setVisible(floor.isPresent() || state == MeetingState.CLOSED);
        speaking.show(
                List.of(
                        state,
                        floor.map(it -> Arrays.asList(it.speaking(), it.next().orElse(null), it.warningSeconds()))),
                () -> floor.map(it -> speaking(it, state)).orElseGet(Div::new));
        waiting.show(
                List.of(
                        state,
                        floor.map(it ->
                                Arrays.asList(it.waiting(), it.isOrderedByChair(), it.item(), idOf(it.speaking())))),
                () -> floor.map(it -> waiting(it, state)).orElseGet(Div::new));
        entry.setVisible(floor.isPresent());
        floor.ifPresent(it -> entry.show(board, it));
        settings.show(
                List.of(floor.map(it -> Arrays.asList(it.item(), it.isClosed(), it.isQuestionTime()))),
                () -> settings(board, floor));
    }

    private static @Nullable RequestId idOf(@Nullable SpeechRequest request) {
        return request == null ? null : request.id();
    }

    private Div speaking(Floor floor, MeetingState state) {
        var whole = new Div();
        var actions = new Div();
        actions.addClassName("rs-actions");
        var speech = floor.speaking();
        if (speech != null) {
            whole.add(SpeakerLine.speaking(card, speech, new SpeechClock(speech, floor.warningSeconds(), clock)));
        }
        if (state == MeetingState.OPEN) {
            floor.next().ifPresent(it -> actions.add(next(it, speech)));
        }
        if (speech == null && floor.waiting().isEmpty()) {
            whole.add(new Paragraph(card.getTranslation("floor.nobody-waits")));
        }
        if (speech != null) {
            addForSpeech(speech, state, actions);
        }
        whole.add(actions);
        return whole;
    }

    private Button next(SpeechRequest next, @Nullable SpeechRequest speech) {
        var name = SpeakerLine.name(card, next.speaker());
        var key = speech == null ? "floor.call-next" : "floor.end-and-call-next";
        var button = new Button(
                next.isTimeUsedUp()
                        ? card.getTranslation("floor.with-extra-time", card.getTranslation(key, name))
                        : card.getTranslation(key, name),
                Symbol.MICROPHONE.create(),
                click -> act.accept(() -> call(next, idOf(speech))));
        button.addThemeNames("primary");
        button.addClassName("rs-next-step");
        return button;
    }

    private void call(SpeechRequest request, @Nullable RequestId seen) {
        if (request.isTimeUsedUp()) {
            conduct.callWithExtraTime(meeting, request.id(), seen);
        } else {
            conduct.call(meeting, request.id(), seen);
        }
    }

    private void addForSpeech(SpeechRequest speech, MeetingState state, Div actions) {
        var id = speech.id();
        actions.add(button("floor.end", Symbol.STOP, () -> conduct.end(meeting, id)));
        if (speech.runningSince() != null) {
            actions.add(button("floor.pause", Symbol.WAITING, () -> conduct.pause(meeting, id)));
        } else if (state == MeetingState.OPEN) {
            actions.add(button("floor.resume", Symbol.LIVE, () -> conduct.resume(meeting, id)));
        }
        var allowed = speech.allowed();
        if (allowed != null) {
            actions.add(button(
                    "floor.extend", Symbol.ADD, () -> conduct.extend(meeting, id, FloorConduct.EXTRA_TIME, allowed)));
        }
    }

    private Div waiting(Floor floor, MeetingState state) {
        var whole = new Div();
        if (floor.isOrderedByChair()) {
            var note = new Div(
                    new StatusBadge(Tone.NEUTRAL, Symbol.COUNCIL, card.getTranslation("floor.ordered-by-chair")),
                    button(
                            "floor.order-by-rule",
                            Symbol.UNDO,
                            () -> conduct.orderByRule(meeting, Objects.requireNonNull(floor.item()))));
            note.addClassName("rs-actions");
            whole.add(note);
        }
        if (!floor.waiting().isEmpty()) {
            var rows = new OrderedList();
            rows.addClassName("rs-floor-rows");
            for (var place = 0; place < floor.waiting().size(); place++) {
                rows.add(row(floor, place, state));
            }
            whole.add(rows);
        }
        return whole;
    }

    private ListItem row(Floor floor, int place, MeetingState state) {
        var request = floor.waiting().get(place);
        var name = SpeakerLine.name(card, request.speaker());
        var number = new Span(place + 1 + ".");
        number.addClassName("rs-floor-number");
        var row = new ListItem(number);
        row.add(SpeakerLine.of(card, request));
        row.addClassName("rs-floor-row");
        var buttons = new Div();
        buttons.addClassName("rs-floor-buttons");
        var speech = floor.speaking();
        if (state == MeetingState.OPEN && speech != null && mayInterrupt(floor, request)) {
            buttons.add(icon(
                    "floor.interrupt-for",
                    Symbol.ALERT,
                    name,
                    () -> conduct.interruptFor(meeting, request.id(), speech.id())));
        }
        if (state == MeetingState.OPEN && place > 0) {
            buttons.add(icon("floor.call", Symbol.MICROPHONE, name, () -> call(request, idOf(speech))));
        }
        if (request.state() == RequestState.WAITING) {
            addOrdering(floor, place, row, buttons, name);
            buttons.add(icon("floor.remove", Symbol.DELETE, name, () -> conduct.remove(meeting, request.id())));
        }
        row.add(buttons);
        return row;
    }

    private static boolean mayInterrupt(Floor floor, SpeechRequest request) {
        return request.kind() == SpeechKind.POINT_OF_ORDER
                && floor.waiting().stream().noneMatch(it -> it.state() == RequestState.SET_ASIDE);
    }

    private void addOrdering(Floor floor, int place, ListItem row, Div buttons, String name) {
        var list = floor.waiting();
        var id = list.get(place).id();
        if (place > 0 && list.get(place - 1).state() == RequestState.WAITING) {
            buttons.add(icon(
                    "floor.up",
                    Symbol.UP,
                    name,
                    () -> conduct.place(meeting, id, list.get(place - 1).id())));
        }
        if (place + 1 < list.size()) {
            var behind = place + 2 < list.size() ? list.get(place + 2).id() : null;
            buttons.add(icon("floor.down", Symbol.DOWN, name, () -> conduct.place(meeting, id, behind)));
        }
        var source = DragSource.create(row);
        source.setEffectAllowed(EffectAllowed.MOVE);
        source.addDragStartListener(start -> dragged = id);
        source.addDragEndListener(end -> dragged = null);
        var target = DropTarget.create(row);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(drop -> {
            var moved = dragged;
            if (moved != null && !moved.equals(id)) {
                act.accept(() -> conduct.place(meeting, moved, id));
            }
        });
    }

    private Div settings(Board board, Optional<Floor> floor) {
        var actions = new Div();
        actions.addClassName("rs-actions");
        floor.ifPresent(it -> {
            var item = Objects.requireNonNull(it.item());
            actions.add(
                    it.isClosed()
                            ? button("floor.reopen", Symbol.UNDO, () -> conduct.reopen(meeting, item))
                            : button("floor.close", Symbol.LOCK, () -> conduct.close(meeting, item)));
            if (board.currentItem().filter(one -> one.isPublic()).isPresent()) {
                actions.add(button(
                        it.isQuestionTime() ? "floor.end-question-time" : "floor.begin-question-time",
                        Symbol.GROUP,
                        () -> conduct.letResidentsAsk(meeting, item, !it.isQuestionTime())));
            }
        });
        actions.add(new FiguresLink(meeting));
        return new Div(actions);
    }

    private Button button(String key, Symbol symbol, Runnable step) {
        return new Button(card.getTranslation(key), symbol.create(), click -> act.accept(step));
    }

    private Button icon(String key, Symbol symbol, String name, Runnable step) {
        var button = new Button(symbol.create(), click -> act.accept(step));
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(card.getTranslation(key, name));
        button.setTooltipText(card.getTranslation(key, name));
        return button;
    }
}
