package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.Manuscript;
import de.ratssaal.paper.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The resolution proposal on the desk: what stands before the points, and each point and part in a row of its own. */
class RowsEditor extends Composite<Div> {

    private final Bench bench;
    private final List<String> offices;
    private final BoundText intro;
    private final OrderedList list = new OrderedList();
    private final ListItem none = new ListItem();
    private final Map<String, RowEditor> rows = new HashMap<>();

    RowsEditor(Bench bench, List<String> offices) {
        this.bench = bench;
        this.offices = offices;
        intro = BoundText.lines(bench, Places.INTRO).labelled(getTranslation("paper.proposal.intro"));
        intro.field().setHelperText(getTranslation("paper.proposal.intro-help"));
        none.add(new Paragraph(getTranslation("paper.proposal.no-points")));
        list.addClassNames("rs-points", "rs-rows-edited");
        var point = new Button(getTranslation("paper.proposal.add"), Symbol.ADD.create(), click -> add(false));
        var part = new Button(getTranslation("paper.proposal.add-part"), Symbol.ADD.create(), click -> add(true));
        part.addThemeNames("tertiary");
        var keys = new Paragraph(getTranslation("paper.proposal.keys"));
        keys.addClassName("rs-keys-help");
        var add = new Div(point, part);
        add.addClassName("rs-actions");
        getContent().addClassNames("rs-proposal-editor", "rs-form");
        getContent().add(intro, list, add, keys);
        show();
    }

    /** Shows rows that came, went or moved; those that stayed are not touched: somebody may be typing there. */
    final void show() {
        var wanted = bench.mine().rows();
        rows.values().removeIf(it -> {
            if (!wanted.contains(it.row())) {
                it.gone();
                list.remove(it);
                return true;
            }
            return false;
        });
        if (none.getParent().isPresent()) {
            list.remove(none);
        }
        for (var place = 0; place < wanted.size(); place++) {
            var row = wanted.get(place);
            var editor = rows.get(row);
            if (editor == null) {
                editor = new RowEditor(row, bench, this, offices);
                rows.put(row, editor);
            }
            if (place >= list.getComponentCount() || list.getComponentAt(place) != editor) {
                list.addComponentAtIndex(place, editor);
            }
            editor.show();
        }
        if (wanted.isEmpty()) {
            list.add(none);
        }
    }

    Stream<Bound> bound() {
        return Stream.concat(Stream.of(intro), rows.values().stream().flatMap(it -> it.bound().stream()));
    }

    private void add(boolean isPart) {
        var row = Manuscript.newRow();
        bench.change(it -> {
            var now = new ArrayList<>(it.rows());
            now.add(row);
            return it.withRows(now).withPart(row, isPart);
        });
        focus(row, 0);
    }

    private void focus(String row, int caret) {
        var editor = rows.get(row);
        if (editor != null) {
            editor.focusAt(caret);
        }
    }

    /** Up or down by one row. A point takes its parts along. */
    void move(String row, int by) {
        bench.change(it -> it.withRows(moved(it, row, by)));
        focus(row, 0);
    }

    private static List<String> moved(Manuscript manuscript, String row, int by) {
        var blocks = new ArrayList<List<String>>();
        for (var each : manuscript.rows()) {
            if (blocks.isEmpty() || manuscript.isPart(row) || !manuscript.isPart(each)) {
                blocks.add(new ArrayList<>());
            }
            blocks.getLast().add(each);
        }
        for (var place = 0; place < blocks.size(); place++) {
            if (blocks.get(place).contains(row)) {
                var block = blocks.remove(place);
                blocks.add(Math.clamp(place + by, 0, blocks.size()), block);
                break;
            }
        }
        return blocks.stream().flatMap(List::stream).toList();
    }

    /** A point becomes part of the point above, or a part a point. */
    void shift(String row, boolean toPart) {
        if (!toPart || bench.mine().rows().indexOf(row) > 0) {
            bench.change(it -> it.withPart(row, toPart));
        }
    }

    void remove(String row) {
        var before = above(row);
        bench.change(it ->
                it.withRows(it.rows().stream().filter(that -> !that.equals(row)).toList()));
        before.ifPresent(it -> focus(it, 0));
    }

    /** A row was dropped onto another: it takes its place. */
    void drop(String dragged, String onto) {
        if (!dragged.equals(onto) && bench.mine().rows().contains(dragged)) {
            bench.change(it -> {
                var now = new ArrayList<>(it.rows());
                var place = now.indexOf(onto);
                now.remove(dragged);
                now.add(Math.clamp(place, 0, now.size()), dragged);
                return it.withRows(now);
            });
        }
    }

    /** A row becomes two where the caret stands. */
    void split(String row, String before, String after) {
        var added = Manuscript.newRow();
        var isPart = bench.mine().isPart(row);
        bench.change(it -> {
            var now = new ArrayList<>(it.rows());
            now.add(now.indexOf(row) + 1, added);
            return it.withRows(now)
                    .withPart(added, isPart)
                    .with(Places.row(row), before.stripTrailing())
                    .with(Places.row(added), after.stripLeading());
        });
        set(row, before.stripTrailing());
        focus(added, 0);
    }

    /** A row is joined to the one above. */
    void join(String row, String text) {
        above(row).ifPresent(before -> {
            var there = bench.mine().text(Places.row(before)).stripTrailing();
            var joined = there.isEmpty() || text.isBlank() ? there + text.strip() : there + " " + text.strip();
            bench.change(it -> it.withRows(
                            it.rows().stream().filter(that -> !that.equals(row)).toList())
                    .with(Places.row(before), joined));
            set(before, joined);
            focus(before, there.length());
        });
    }

    private void set(String row, String text) {
        var editor = rows.get(row);
        if (editor != null) {
            editor.set(text);
        }
    }

    private Optional<String> above(String row) {
        var place = bench.mine().rows().indexOf(row);
        return place > 0 ? Optional.of(bench.mine().rows().get(place - 1)) : Optional.empty();
    }
}
