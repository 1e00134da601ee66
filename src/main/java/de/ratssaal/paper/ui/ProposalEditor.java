package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Changes a proposal point by point. Points are numbered by their place. */
public class ProposalEditor extends Composite<Div> {

    private final TextArea intro = new TextArea();
    private final OrderedList list = new OrderedList();
    private final List<PointEditor> points = new ArrayList<>();

    public ProposalEditor(ResolutionProposal proposal) {
        intro.setLabel(getTranslation("paper.proposal.intro"));
        intro.setHelperText(getTranslation("paper.proposal.intro-help"));
        intro.setWidthFull();
        list.addClassNames("rs-points", "rs-points-edited");
        var add = new Button(getTranslation("paper.proposal.add"), Symbol.ADD.create(), click -> add());
        getContent().addClassNames("rs-proposal-editor", "rs-form");
        getContent().add(intro, list, add);
        show(proposal);
    }

    /** What is written there now goes; this comes in its place. */
    public final void show(ResolutionProposal proposal) {
        intro.setValue(proposal.intro());
        points.clear();
        proposal.points().forEach(it -> points.add(new PointEditor(it)));
        arrange();
    }

    /**
     * What is written there now.
     *
     * @throws de.ratssaal.base.Refusal if a date ends before it begins
     */
    public ResolutionProposal proposal() {
        return new ResolutionProposal(
                intro.getValue(), points.stream().map(PointEditor::point).toList());
    }

    private void add() {
        var added = new PointEditor(ResolutionPoint.of("", ""));
        points.add(added);
        arrange();
        added.focus();
    }

    private void arrange() {
        list.removeAll();
        if (points.isEmpty()) {
            list.add(new ListItem(new Paragraph(getTranslation("paper.proposal.no-points"))));
        }
        for (var place = 0; place < points.size(); place++) {
            list.add(row(points.get(place), place));
        }
    }

    private ListItem row(PointEditor point, int place) {
        var label = "%02d".formatted(place + 1);
        var number = new Span(points.size() == 1 ? "" : label);
        number.addClassName("rs-point-number");
        point.named(label);
        var tools = new Div(
                tool(Symbol.UP, "paper.proposal.up", label, place > 0, () -> swap(place, place - 1)),
                tool(
                        Symbol.DOWN,
                        "paper.proposal.down",
                        label,
                        place < points.size() - 1,
                        () -> swap(place, place + 1)),
                tool(Symbol.DELETE, "paper.proposal.remove", label, true, () -> remove(place)));
        tools.addClassName("rs-row-tools");
        var row = new ListItem(number, point, tools);
        row.addClassName("rs-point");
        return row;
    }

    private Component tool(Symbol symbol, String key, String label, boolean possible, Runnable step) {
        var button = new Button(symbol.create(), click -> step.run());
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(getTranslation(key, label));
        button.setTooltipText(getTranslation(key, label));
        button.setEnabled(possible);
        return button;
    }

    private void swap(int one, int other) {
        Collections.swap(points, one, other);
        arrange();
    }

    private void remove(int place) {
        points.remove(place);
        arrange();
    }
}
