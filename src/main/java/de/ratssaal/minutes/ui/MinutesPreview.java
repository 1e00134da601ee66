package de.ratssaal.minutes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.minutes.SheetPart;
import de.ratssaal.minutes.WrittenMinutes;
import org.jspecify.annotations.Nullable;

/** Minutes as they will stand on paper, in the language in which they are written. */
class MinutesPreview extends Composite<Article> {

    private @Nullable WrittenMinutes shown;

    MinutesPreview() {
        getContent().addClassName("rs-minutes-sheet");
        // long minutes scroll, also by keyboard
        getContent().getElement().setAttribute("tabindex", "0");
    }

    /** What is shown already stays as it is: nobody loses the place where they read. */
    void show(WrittenMinutes minutes) {
        if (minutes.equals(shown)) {
            return;
        }
        shown = minutes;
        var sheet = getContent();
        sheet.removeAll();
        sheet.getElement().setAttribute("lang", minutes.language().toLanguageTag());
        var title = new H2(minutes.title());
        title.addClassName("rs-minutes-title");
        sheet.add(title, new Paragraph(minutes.subtitle()));
        if (!minutes.remark().isEmpty()) {
            sheet.add(new Paragraph(minutes.remark()));
        }
        minutes.parts().forEach(it -> sheet.add(component(it)));
    }

    private static Component component(SheetPart part) {
        return switch (part) {
            case SheetPart.Heading heading -> heading.level() == 2 ? new H3(heading.text()) : new H4(heading.text());
            case SheetPart.Text text -> named(new Paragraph(text.text()), "rs-minutes-text");
            case SheetPart.Note note -> named(new Paragraph(note.text()), "rs-minutes-note");
            case SheetPart.Facts facts -> facts(facts);
            case SheetPart.Table table -> table(table);
            case SheetPart.Wording wording -> wording(wording);
            case SheetPart.Result result -> result(result);
            case SheetPart.Signatures signatures -> signatures(signatures);
        };
    }

    private static <T extends Component & com.vaadin.flow.component.HasStyle> T named(T component, String name) {
        component.addClassName(name);
        return component;
    }

    private static Component facts(SheetPart.Facts facts) {
        var list = named(new DescriptionList(), "rs-minutes-facts");
        facts.facts()
                .forEach(it -> list.add(
                        new Div(new DescriptionList.Term(it.name()), new DescriptionList.Description(it.value()))));
        return list;
    }

    private static Component table(SheetPart.Table table) {
        var shownTable = named(new NativeTable(), "rs-minutes-table");
        shownTable.setCaptionText(table.title());
        var head = new NativeTableRow();
        table.header().forEach(it -> {
            var cell = new NativeTableHeaderCell(it);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        shownTable.getHead().add(head);
        table.rows().forEach(cells -> {
            var row = new NativeTableRow();
            cells.forEach(it -> row.add(new NativeTableCell(it)));
            shownTable.getBody().add(row);
        });
        return shownTable;
    }

    private static Component wording(SheetPart.Wording wording) {
        var block = named(new Div(named(new Paragraph(wording.title()), "rs-minutes-label")), "rs-minutes-wording");
        wording.points().forEach(it -> {
            var point = named(new Div(), "rs-minutes-point");
            if (it.depth() > 0) {
                point.addClassName("rs-minutes-part");
            }
            var label = named(new Span(it.label()), "rs-minutes-number");
            point.add(label, new Span(it.text()));
            block.add(point);
        });
        return block;
    }

    private static Component result(SheetPart.Result result) {
        var box = named(new Div(named(new Paragraph(result.outcome()), "rs-minutes-outcome")), "rs-minutes-result");
        if (!result.count().isEmpty()) {
            box.add(new Paragraph(result.count()));
        }
        return box;
    }

    private static Component signatures(SheetPart.Signatures signatures) {
        var row = named(new Div(), "rs-minutes-signatures");
        signatures
                .signatures()
                .forEach(it -> row.add(
                        new Paragraph(it.name().isBlank() ? it.role() : "%s, %s".formatted(it.name(), it.role()))));
        return row;
    }
}
