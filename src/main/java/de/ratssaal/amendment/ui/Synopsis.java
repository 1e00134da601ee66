package de.ratssaal.amendment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.amendment.ProposalChanges;
import de.ratssaal.paper.ProposalDifference;
import de.ratssaal.paper.ProposalDifference.PointDifference;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.TextDifference;
import de.ratssaal.paper.ui.PointComparison;
import de.ratssaal.paper.ui.TextComparison;
import de.ratssaal.paper.ui.TextComparison.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Original, amendments and result of each point that changes, beside each other; below each other on a narrow screen.
 */
class Synopsis extends Composite<Div> {

    private final ResolutionProposal base;
    private final List<Compared> amendments;
    private final Compared result;

    /** A proposal under its title. */
    record Column(String title, ResolutionProposal proposal) {}

    /** What a column makes of the base. */
    private record Compared(String title, ProposalChanges changes) {

        static Compared of(ResolutionProposal base, Column column) {
            return new Compared(column.title(), ProposalChanges.of(base, column.proposal()));
        }

        List<PointDifference> at(int number) {
            return changes.at(number);
        }

        boolean changes(int number) {
            return changes.changes(number);
        }

        ProposalDifference difference() {
            return changes.difference();
        }
    }

    Synopsis(ResolutionProposal base, List<Column> amendments, Column result) {
        this.base = base;
        this.amendments = amendments.stream().map(it -> Compared.of(base, it)).toList();
        this.result = Compared.of(base, result);
        getContent().addClassName("rs-synopsis");
        if (all().stream().anyMatch(it -> !it.difference().intro().isEmpty())) {
            addIntro();
        }
        var same = 0;
        for (var number = 0; number <= base.points().size(); number++) {
            var at = number;
            if (all().stream().anyMatch(it -> it.changes(at))) {
                addPoint(number);
            } else if (number > 0) {
                same++;
            }
        }
        if (same > 0) {
            var rest = new Paragraph(getTranslation("amendment.synopsis.same", same));
            rest.addClassName("rs-note");
            getContent().add(rest);
        }
    }

    private List<Compared> all() {
        var all = new ArrayList<>(amendments);
        all.add(result);
        return all;
    }

    private void addIntro() {
        var row = row(getTranslation("paper.proposal.intro"));
        row.add(cell(
                getTranslation("amendment.synopsis.original"),
                new TextComparison(TextDifference.between(base.intro(), base.intro()), Reading.BEFORE)));
        amendments.forEach(it ->
                row.add(cell(it.title(), new TextComparison(it.difference().intro()))));
        row.add(cell(result.title(), new TextComparison(result.difference().intro(), Reading.AFTER)));
    }

    private void addPoint(int number) {
        var row = row(
                number == 0
                        ? getTranslation("amendment.synopsis.first")
                        : getTranslation("amendment.synopsis.point", Objects.requireNonNullElse(label(number), "")));
        row.add(cell(getTranslation("amendment.synopsis.original"), original(number)));
        amendments.forEach(it -> row.add(cell(it.title(), points(it, number, Reading.TOGETHER))));
        row.add(cell(result.title(), points(result, number, Reading.AFTER)));
    }

    private String label(int number) {
        var label = base.points().get(number - 1).label();
        return label.isEmpty() ? "01" : label;
    }

    private Component original(int number) {
        if (number == 0) {
            return nothing("amendment.synopsis.nothing");
        }
        ResolutionPoint point = base.points().get(number - 1);
        return new PointComparison(ProposalDifference.point(point, point), Reading.BEFORE);
    }

    private Component points(Compared column, int number, Reading reading) {
        var cell = new Div();
        cell.addClassName("rs-synopsis-points");
        for (var point : column.at(number)) {
            if (reading == Reading.TOGETHER && point.isSame()) {
                cell.add(nothing("amendment.synopsis.unchanged"));
                continue;
            }
            var after = point.after();
            if (point.before() == null && after != null) {
                cell.add(note(getTranslation("amendment.synopsis.new", after.label())));
            } else if (point.moved() && after != null) {
                cell.add(note(getTranslation("amendment.synopsis.moved", after.label())));
            }
            cell.add(new PointComparison(point, reading));
        }
        if (cell.getComponentCount() == 0) {
            cell.add(nothing("amendment.synopsis.unchanged"));
        }
        return cell;
    }

    private Component note(String text) {
        var note = new Paragraph(text);
        note.addClassName("rs-synopsis-note");
        return note;
    }

    private Component nothing(String key) {
        var nothing = new Paragraph(getTranslation(key));
        nothing.addClassName("rs-compare-nothing");
        return nothing;
    }

    private Div row(String title) {
        var cells = new Div();
        cells.addClassName("rs-synopsis-cells");
        // many amendments beside each other are scrolled sideways, with the keyboard as well
        cells.getElement().setAttribute("tabindex", "0");
        cells.getElement().setAttribute("role", "group");
        cells.getElement().setAttribute("aria-label", title);
        var row = new Div(new H3(title), cells);
        row.addClassName("rs-synopsis-row");
        getContent().add(row);
        return cells;
    }

    private static Component cell(String title, Component content) {
        var heading = new Paragraph(title);
        heading.addClassName("rs-synopsis-label");
        var cell = new Div(heading, content);
        cell.addClassName("rs-synopsis-cell");
        return cell;
    }
}
