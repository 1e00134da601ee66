package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.Manuscript;
import de.ratssaal.paper.Places;
import de.ratssaal.paper.ResolutionPoint;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A point or a part of one: its wording, and for a point what follows from it. What nobody set by hand follows the wording. */
class RowEditor extends ListItem {

    private final String row;
    private final Bench bench;
    private final RowsEditor rows;
    private final Span number = new Span();
    private final BoundText wording;
    private final Div duties = new Div();
    private final Div report = new Div();
    private final Div tools = new Div();
    private final Map<String, Button> buttons = new HashMap<>();
    private final List<Bound> bound;

    RowEditor(String row, Bench bench, RowsEditor rows, List<String> offices) {
        this.row = row;
        this.bench = bench;
        this.rows = rows;
        number.addClassName("rs-point-number");
        wording = BoundText.lines(bench, Places.row(row)).followedBy(this::follow);
        var responsible = responsible(offices);
        var from = date(Places.FROM, "paper.point.from");
        var until = date(Places.UNTIL, "paper.point.until");
        bound = List.of(wording, responsible, from, until);
        responsible.addClassName("rs-grow");
        duties.add(responsible, from, until);
        duties.addClassName("rs-fields-row");
        report.addClassName("rs-note");
        var body = new Div(wording, duties, report);
        body.addClassName("rs-point-body");
        tools.addClassName("rs-row-tools");
        tool("up", Symbol.UP, () -> rows.move(row, -1));
        tool("down", Symbol.DOWN, () -> rows.move(row, 1));
        tool("part", Symbol.CHEVRON_RIGHT, () -> rows.shift(row, true));
        tool("point", Symbol.CHEVRON_LEFT, () -> rows.shift(row, false));
        tool("remove", Symbol.DELETE, () -> rows.remove(row));
        addClassName("rs-point");
        add(handle(), number, body, tools);
        keys();
        dropping();
        show();
    }

    String row() {
        return row;
    }

    private BoundChoice<String> responsible(List<String> offices) {
        var field = new ComboBox<String>(getTranslation("paper.point.responsible"));
        field.setItems(offices);
        field.setAllowCustomValue(true);
        field.setClearButtonVisible(true);
        field.addCustomValueSetListener(event -> field.setValue(event.getDetail()));
        return new BoundChoice<>(bench, Places.row(row, Places.RESPONSIBLE), field, it -> it, it -> it);
    }

    private BoundChoice<LocalDate> date(String part, String label) {
        var field = new DatePicker(getTranslation(label));
        field.setClearButtonVisible(true);
        addAttachListener(attached -> field.setI18n(DateTexts.of(this)));
        var chosen =
                new BoundChoice<LocalDate>(bench, Places.row(row, part), field, LocalDate::parse, LocalDate::toString);
        chosen.readAs(it -> Days.shown(it, getLocale()));
        return chosen;
    }

    private void tool(String name, Symbol symbol, Runnable step) {
        var button = new Button(symbol.create(), click -> step.run());
        button.addThemeNames("tertiary", "icon");
        buttons.put(name, button);
        tools.add(button);
    }

    /** The row is picked up by this with a mouse; the buttons and keys do the same. */
    private Component handle() {
        var handle = new Span(Symbol.DRAG.create());
        handle.addClassName("rs-drag-handle");
        handle.getElement().setAttribute("aria-hidden", "true");
        handle.getElement().setAttribute("title", getTranslation("paper.proposal.drag"));
        var source = DragSource.create(handle);
        source.setEffectAllowed(EffectAllowed.MOVE);
        source.setDragData(row);
        return handle;
    }

    private void dropping() {
        var target = DropTarget.create(this);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(drop -> drop.getDragData().ifPresent(it -> rows.drop(String.valueOf(it), row)));
    }

    private void keys() {
        key("event.altKey && event.key === 'ArrowUp'", () -> rows.move(row, -1));
        key("event.altKey && event.key === 'ArrowDown'", () -> rows.move(row, 1));
        key("event.altKey && event.shiftKey && event.key === 'ArrowRight'", () -> rows.shift(row, true));
        key("event.altKey && event.shiftKey && event.key === 'ArrowLeft'", () -> rows.shift(row, false));
        typed(
                "event.key === 'Enter' && !event.shiftKey && (event.ctrlKey || element.dataset.rsPart === 'true')",
                (text, caret) -> rows.split(row, text.substring(0, caret), text.substring(caret)));
        typed(
                "event.key === 'Backspace' && element.inputElement.selectionStart === 0"
                        + " && element.inputElement.selectionEnd === 0 && element.dataset.rsFirst !== 'true'",
                (text, caret) -> rows.join(row, text));
    }

    private void key(String filter, Runnable step) {
        wording.field()
                .getElement()
                .addEventListener("keydown", event -> step.run())
                .setFilter(filter)
                .addEventData("event.preventDefault()");
    }

    private interface Typed {
        void at(String text, int caret);
    }

    private void typed(String filter, Typed step) {
        wording.field()
                .getElement()
                .addEventListener("keydown", event -> {
                    var text = event.getEventData().get("element.value").asString();
                    var caret = event.getEventData()
                            .get("element.inputElement.selectionStart")
                            .asInt();
                    step.at(text, Math.clamp(caret, 0, text.length()));
                })
                .setFilter(filter)
                .addEventData("element.value")
                .addEventData("element.inputElement.selectionStart")
                .addEventData("event.preventDefault()");
    }

    /** What was read from the old wording becomes what is read from the new one; what was set by hand stays. */
    private void follow(String before, String now) {
        bench.change(manuscript -> {
            var written = manuscript.with(Places.row(row), now);
            return manuscript.isPart(row)
                    ? written
                    : followed(written, ResolutionPoint.read(before), ResolutionPoint.read(now));
        });
        showChoices();
    }

    private Manuscript followed(Manuscript written, ResolutionPoint was, ResolutionPoint is) {
        var now = written;
        var office = Places.row(row, Places.RESPONSIBLE);
        if (now.text(office).equals(text(was.responsible()))) {
            now = now.with(office, text(is.responsible()));
        }
        var from = Places.row(row, Places.FROM);
        var until = Places.row(row, Places.UNTIL);
        if (now.text(from).equals(from(was)) && now.text(until).equals(until(was))) {
            now = now.with(from, from(is)).with(until, until(is));
        }
        return Objects.equals(now.report(row), was.report()) ? now.withReport(row, is.report()) : now;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String from(ResolutionPoint point) {
        var due = point.due();
        return due == null ? "" : text(due.from());
    }

    private static String until(ResolutionPoint point) {
        var due = point.due();
        return due == null ? "" : text(due.until());
    }

    private void showChoices() {
        var mine = bench.mine();
        bound.stream().filter(Bound::isQuick).forEach(it -> it.offer(mine.text(it.place())));
        show();
    }

    /** Shows where the row stands now. */
    final void show() {
        var mine = bench.mine();
        var isPart = mine.isPart(row);
        var label = mine.label(row);
        var place = mine.rows().indexOf(row);
        number.setText(
                isPart ? label.substring(label.indexOf('(')) : mine.rows().size() == 1 ? "" : label);
        setClassName("rs-point-part", isPart);
        duties.setVisible(!isPart);
        wording.labelled(getTranslation(isPart ? "paper.point.part-wording" : "paper.point.wording", label));
        wording.field().getElement().setAttribute("data-rs-part", Boolean.toString(isPart));
        wording.field().getElement().setAttribute("data-rs-first", Boolean.toString(place == 0));
        enable("up", "paper.proposal.up", label, place > 0);
        enable("down", "paper.proposal.down", label, place < mine.rows().size() - 1);
        enable("part", "paper.proposal.to-part", label, !isPart && place > 0);
        enable("point", "paper.proposal.to-point", label, isPart);
        enable("remove", "paper.proposal.remove", label, true);
        showReport(mine);
    }

    private void enable(String name, String key, String label, boolean possible) {
        var button = Objects.requireNonNull(buttons.get(name));
        button.setAriaLabel(getTranslation(key, label));
        button.setTooltipText(getTranslation(key, label));
        button.setEnabled(possible);
    }

    private void showReport(Manuscript mine) {
        var duty = mine.report(row);
        report.removeAll();
        report.setVisible(duty != null && !mine.isPart(row));
        if (duty != null) {
            var first = duty.from();
            var drop = new Button(
                    getTranslation("paper.point.no-report"), click -> bench.change(it -> it.withReport(row, null)));
            drop.addThemeNames("tertiary", "small");
            report.add(
                    Symbol.MINUTES.create(),
                    new Span(
                            first == null
                                    ? getTranslation("paper.point.report-to", duty.recipient())
                                    : getTranslation("paper.point.report-to-from", duty.recipient(), first)),
                    drop);
        }
    }

    List<Bound> bound() {
        return bound;
    }

    /** Takes another text at once: it was split or joined in this window. */
    void set(String text) {
        wording.set(text);
    }

    void focusAt(int caret) {
        wording.focusField();
        wording.field().getElement().executeJs("setTimeout(() => this.inputElement.setSelectionRange($0, $0))", caret);
    }

    void gone() {
        bound.forEach(it -> bench.remove(it.ownPlace()));
    }
}
