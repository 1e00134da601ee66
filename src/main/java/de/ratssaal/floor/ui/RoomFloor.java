package de.ratssaal.floor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
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
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.floor.AskingForTheFloor;
import de.ratssaal.floor.Floor;
import de.ratssaal.floor.RequestState;
import de.ratssaal.floor.SpeechKind;
import de.ratssaal.floor.Speeches;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who speaks and who is next, for everybody; and for a member the way onto the list and their place on it. */
class RoomFloor implements LiveCard.Shown {

    private final MeetingId meeting;
    private final AskingForTheFloor asking;
    private final Speeches speeches;
    private final @Nullable PersonId me;
    private final Consumer<Runnable> act;
    private final Clock clock;

    private final Card card = new RoomCard();
    private final Section speaking = new Section("rs-floor-part");
    /** Stays where it is: screen readers tell what changes in it. */
    private final Div place = new Div();

    private final Section mine = new Section("rs-floor-part");
    private final Section list = new Section("rs-floor-part");

    RoomFloor(
            MeetingId meeting,
            AskingForTheFloor asking,
            Speeches speeches,
            @Nullable PersonId me,
            Consumer<Runnable> act,
            Clock clock) {
        this.meeting = meeting;
        this.asking = asking;
        this.speeches = speeches;
        this.me = me;
        this.act = act;
        this.clock = clock;
        card.addClassName("rs-floor");
        place.addClassName("rs-floor-place");
        place.getElement().setAttribute("role", "status");
        card.add(speaking, place, mine, list);
    }

    private static final class RoomCard extends Card {

        RoomCard() {
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
        var figures = state == MeetingState.CLOSED && speeches.maySeeFigures(meeting);
        card.setVisible(floor.isPresent() || figures);
        speaking.show(
                List.of(floor.map(it -> Arrays.asList(it.speaking(), it.warningSeconds()))),
                () -> floor.map(this::speaking).orElseGet(Div::new));
        var member = board.seatOf(me).filter(RoomFloor::maySpeak);
        place.setText(floor.filter(it -> member.isPresent())
                .map(it -> placeText(it.placeOf(Objects.requireNonNull(me))))
                .orElse(""));
        mine.show(
                List.of(figures, floor.filter(it -> member.isPresent()).map(this::whatConcernsMe)),
                () -> figures
                        ? new Div(new FiguresLink(meeting))
                        : floor.filter(it -> member.isPresent()).map(this::mine).orElseGet(Div::new));
        list.show(
                List.of(floor.map(it -> List.of(it.waiting(), it.isClosed(), it.isQuestionTime()))),
                () -> floor.map(this::list).orElseGet(Div::new));
    }

    private static boolean maySpeak(Seat seat) {
        return seat.isPresent()
                && !seat.isRecused()
                && !seat.mustConfirmAlone()
                && (seat.member().standsInFor() == null || seat.holdsVote());
    }

    private List<@Nullable Object> whatConcernsMe(Floor floor) {
        var self = Objects.requireNonNull(me);
        return Arrays.asList(
                floor.item(),
                floor.isClosed(),
                floor.waitingOf(self),
                floor.mayReply(self),
                Optional.ofNullable(floor.speaking()).filter(it -> it.isOf(me)).isPresent());
    }

    private String placeText(int number) {
        return switch (number) {
            case 0 -> "";
            case 1 -> card.getTranslation("floor.you-are-next");
            default -> card.getTranslation("floor.your-place", number);
        };
    }

    private Div speaking(Floor floor) {
        var speech = floor.speaking();
        if (speech == null) {
            return new Div(new Paragraph(card.getTranslation("floor.nobody-speaks")));
        }
        var line = SpeakerLine.speaking(card, speech, new SpeechClock(speech, floor.warningSeconds(), clock));
        if (!speech.isOf(me)) {
            return new Div(line);
        }
        line.addClassName("rs-floor-mine");
        line.addComponentAsFirst(new H3(card.getTranslation("floor.you-have-the-floor")));
        return new Div(line);
    }

    private Div mine(Floor floor) {
        var self = Objects.requireNonNull(me);
        var item = Objects.requireNonNull(floor.item());
        var whole = new Div();
        var actions = new Div();
        actions.addClassName("rs-actions");
        var waiting = floor.waitingOf(self);
        if (waiting.stream().noneMatch(it -> it.kind() == SpeechKind.SPEECH) && !floor.isClosed()) {
            var ask = button(item, SpeechKind.SPEECH, Symbol.SPEECH);
            ask.addThemeNames("primary", "large");
            actions.add(ask);
        }
        if (floor.mayReply(self)) {
            actions.add(button(item, SpeechKind.REPLY, Symbol.UNDO));
        }
        for (var kind : List.of(SpeechKind.POINT_OF_ORDER, SpeechKind.STATEMENT)) {
            if (waiting.stream().noneMatch(it -> it.kind() == kind)) {
                actions.add(button(item, kind, kind == SpeechKind.POINT_OF_ORDER ? Symbol.RULES : Symbol.PERSON));
            }
        }
        for (var request : waiting) {
            if (request.state() == RequestState.WAITING) {
                actions.add(new Button(
                        card.getTranslation("floor.withdraw", card.getTranslation("floor.kind." + request.kind())),
                        Symbol.CLOSE.create(),
                        click -> act.accept(() -> asking.withdraw(meeting, request.id()))));
            }
        }
        whole.add(actions);
        return whole;
    }

    private Button button(AgendaItemId item, SpeechKind kind, Symbol symbol) {
        return new Button(
                card.getTranslation("floor.kind." + kind),
                symbol.create(),
                click -> act.accept(() -> asking.ask(meeting, item, kind)));
    }

    private Div list(Floor floor) {
        var whole = new Div();
        if (floor.isClosed()) {
            whole.add(new StatusBadge(Tone.WARNING, Symbol.LOCK, card.getTranslation("floor.is-closed")));
        }
        if (floor.isQuestionTime()) {
            whole.add(new StatusBadge(Tone.INFO, Symbol.GROUP, card.getTranslation("floor.is-question-time")));
        }
        if (!floor.waiting().isEmpty()) {
            whole.add(
                    new H3(card.getTranslation("floor.waiting", floor.waiting().size())));
            var rows = new OrderedList();
            rows.addClassName("rs-floor-rows");
            for (var place = 0; place < floor.waiting().size(); place++) {
                var number = new Span(place + 1 + ".");
                number.addClassName("rs-floor-number");
                var row = new ListItem(number);
                row.add(SpeakerLine.of(card, floor.waiting().get(place)));
                row.addClassName("rs-floor-row");
                rows.add(row);
            }
            whole.add(rows);
        }
        return whole;
    }
}
