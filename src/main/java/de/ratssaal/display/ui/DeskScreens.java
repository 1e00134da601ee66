package de.ratssaal.display.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.attendance.RoomCodes;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.display.DisplayLinks;
import de.ratssaal.display.Displays;
import de.ratssaal.display.Screen;
import de.ratssaal.display.ScreenContent;
import de.ratssaal.display.ScreenControl;
import de.ratssaal.display.ScreenId;
import de.ratssaal.display.Showing;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What each screen of the hall shows, chosen at the desk; messages and breaks; the code of the room. */
class DeskScreens implements LiveCard.Shown {

    private static final int LONGEST_BREAK_MINUTES = 240;
    private static final int USUAL_BREAK_MINUTES = 15;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MeetingId meeting;
    private final ScreenControl control;
    private final RoomCodes codes;
    private final String publicUrl;
    private final Consumer<Runnable> act;
    private final Clock clock;

    private final Card card = new ScreensOnDesk();
    private final Section rows = new Section("rs-screens-part");
    private final Section code = new Section("rs-screens-part");
    private final TextField message = new TextField();
    private final IntegerField minutes = new IntegerField();
    private final TextField name = new TextField();

    DeskScreens(
            MeetingId meeting,
            ScreenControl control,
            RoomCodes codes,
            String publicUrl,
            Consumer<Runnable> act,
            Clock clock) {
        this.meeting = meeting;
        this.control = control;
        this.codes = codes;
        this.publicUrl = publicUrl;
        this.act = act;
        this.clock = clock;
        card.addClassName("rs-screens");
        card.add(rows, tools(), code);
    }

    private static final class ScreensOnDesk extends Card {

        ScreensOnDesk() {
            super("");
            setTitle(getTranslation("display.desk.title"));
        }
    }

    @Override
    public Component component() {
        return card;
    }

    @Override
    public void show(Board board) {
        var displays = board.part(Displays.class);
        var state = board.meeting().state();
        card.setVisible(displays.isPresent() && (state == MeetingState.CONVENED || state.isRunning()));
        displays.ifPresent(it -> {
            rows.show(
                    List.of(it.screens()),
                    () -> rows(it.screens(), board.meeting().zone()));
            code.show(Arrays.asList(it.code()), () -> code(it.code()));
        });
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        return Optional.of(text("display.desk.title"));
    }

    private Component rows(List<Screen> screens, ZoneId zone) {
        var list = new UnorderedList();
        list.addClassName("rs-screens-rows");
        screens.forEach(it -> list.add(row(it, zone)));
        return list;
    }

    private ListItem row(Screen screen, ZoneId zone) {
        var called = nameOf(screen);
        var open = new Anchor(
                DisplayLinks.screen(meeting, screen.id()),
                Symbol.EXTERNAL.create(),
                new Span(text("display.desk.open")));
        open.setTarget(AnchorTarget.BLANK);
        open.setAriaLabel(text("display.desk.open-one", called));
        var title = new Span(called);
        title.addClassName("rs-screens-name");
        var head = new Div(title, open);
        head.addClassName("rs-screens-head");
        var inside = new Checkbox(text("display.desk.inside"), screen.isInside());
        inside.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                act.accept(() -> control.place(meeting, screen.id(), change.getValue()));
            }
        });
        var row = new ListItem(head, choice(screen, called), shows(screen, zone), inside);
        if (!screen.id().equals(ScreenId.mainOf(meeting))) {
            var remove =
                    new Button(Symbol.DELETE.create(), click -> act.accept(() -> control.remove(meeting, screen.id())));
            remove.addThemeNames("tertiary", "icon");
            remove.setAriaLabel(text("display.desk.remove", called));
            remove.setTooltipText(text("display.desk.remove", called));
            head.add(remove);
        }
        row.addClassName("rs-screens-row");
        return row;
    }

    private String nameOf(Screen screen) {
        return screen.name().isEmpty() ? text("display.main-screen") : screen.name();
    }

    /** A message and a break are chosen with their text and their end, below. */
    private Component choice(Screen screen, String called) {
        var now = screen.showing().content();
        var select = new Select<ScreenContent>();
        select.setItems(Arrays.stream(ScreenContent.values())
                .filter(it -> it == now || it != ScreenContent.MESSAGE && it != ScreenContent.BREAK)
                .toList());
        select.setItemLabelGenerator(it -> text("display.content." + it));
        select.setAriaLabel(text("display.desk.shows", called));
        select.setWidthFull();
        select.setValue(now);
        select.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != now) {
                act.accept(() -> control.show(meeting, screen.id(), Showing.of(change.getValue())));
            }
        });
        return select;
    }

    private Component shows(Screen screen, ZoneId zone) {
        var showing = screen.showing();
        var line = new Paragraph();
        line.addClassName("rs-screens-shown");
        var until = showing.until();
        if (!showing.message().isEmpty()) {
            line.setText(showing.message());
        } else if (until != null) {
            line.setText(text("display.break.until", TIME.format(until.atZone(zone))));
        }
        return line;
    }

    private Component tools() {
        message.setLabel(text("display.desk.message"));
        message.setMaxLength(Showing.LONGEST_MESSAGE);
        minutes.setLabel(text("display.desk.break-minutes"));
        minutes.setMin(1);
        minutes.setMax(LONGEST_BREAK_MINUTES);
        minutes.setValue(USUAL_BREAK_MINUTES);
        name.setLabel(text("display.desk.name"));
        var toHall = new Div(
                message,
                button("display.desk.show-message", Symbol.SEND, this::showMessage),
                minutes,
                button("display.desk.show-break", Symbol.WAITING, this::showBreak),
                button(
                        "display.desk.automatic",
                        Symbol.UNDO,
                        () -> control.showOnAll(meeting, Showing.of(ScreenContent.AUTOMATIC))));
        toHall.addClassName("rs-screens-fields");
        var add = new Div(name, button("display.desk.add", Symbol.ADD, this::add));
        add.addClassName("rs-screens-fields");
        return new Div(
                new Details(text("display.desk.to-all"), toHall), new Details(text("display.desk.another"), add));
    }

    private void showMessage() {
        control.showOnAll(meeting, Showing.message(message.getValue()));
        message.clear();
    }

    private void showBreak() {
        var length = Optional.ofNullable(minutes.getValue())
                .filter(it -> it >= 1 && it <= LONGEST_BREAK_MINUTES)
                .orElseThrow(() -> new Refusal("display.break.length", LONGEST_BREAK_MINUTES));
        control.showOnAll(meeting, Showing.breakUntil(clock.instant().plus(Duration.ofMinutes(length))));
    }

    private void add() {
        control.add(meeting, ScreenId.next(), name.getValue());
        name.clear();
    }

    private Component code(@Nullable String now) {
        if (now == null) {
            return new Div(button("display.desk.begin-code", Symbol.PRESENT, () -> codes.begin(meeting)));
        }
        var digits = new Paragraph(now.substring(0, 3) + " " + now.substring(3));
        digits.addClassName("rs-screens-code");
        var whole = new Div(
                new RoomQr(publicUrl + "/app/" + DisplayLinks.checkIn(meeting, now), text("display.check-in.qr")),
                new Div(new Paragraph(text("display.desk.code")), digits));
        whole.addClassName("rs-screens-check-in");
        return whole;
    }

    private Button button(String key, Symbol symbol, Runnable step) {
        return new Button(text(key), symbol.create(), click -> act.accept(step));
    }

    private String text(String key, Object... arguments) {
        return card.getTranslation(key, arguments);
    }
}
