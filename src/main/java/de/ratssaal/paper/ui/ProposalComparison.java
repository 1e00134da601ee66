package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.paper.ProposalDifference;
import de.ratssaal.paper.ProposalDifference.PointDifference;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ui.TextComparison.Reading;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two proposals point by point: beside each other where there is room, one in the other on a narrow screen. */
public class ProposalComparison extends Composite<Div> {

    public ProposalComparison(ProposalDifference difference) {
        getContent().addClassName("rs-compare");
        if (!difference.intro().pieces().isEmpty()) {
            getContent().add(sides(reading -> new TextComparison(difference.intro(), reading)));
        }
        var list = new OrderedList();
        list.addClassName("rs-points");
        difference.points().forEach(it -> list.add(row(it)));
        if (list.getComponentCount() > 0) {
            getContent().add(list);
        }
    }

    private ListItem row(PointDifference point) {
        var number = new Span(label(point));
        number.addClassName("rs-point-number");
        var head = new Div(number);
        head.addClassName("rs-compare-head");
        badge(point, head);
        var row = new ListItem(head, sides(reading -> new PointComparison(point, reading)));
        row.addClassName("rs-compare-point");
        return row;
    }

    /** Both numbers where they differ. */
    private String label(PointDifference point) {
        var before = label(point.before());
        var after = label(point.after());
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return before.isEmpty() ? after : before;
        }
        return getTranslation("paper.compare.renumbered", before, after);
    }

    private static String label(@Nullable ResolutionPoint point) {
        return point == null ? "" : point.label();
    }

    private void badge(PointDifference point, Div head) {
        if (point.before() == null) {
            head.add(new StatusBadge(Tone.SUCCESS, Symbol.ADD, getTranslation("paper.compare.point-added")));
        } else if (point.after() == null) {
            head.add(new StatusBadge(Tone.DANGER, Symbol.DELETE, getTranslation("paper.compare.point-removed")));
        } else {
            if (point.moved()) {
                head.add(new StatusBadge(Tone.INFO, Symbol.DRAG, getTranslation("paper.compare.point-moved")));
            }
            if (!point.saysTheSame()) {
                head.add(new StatusBadge(Tone.WARNING, Symbol.EDIT, getTranslation("paper.compare.point-changed")));
            } else if (!point.moved()) {
                head.add(new StatusBadge(Tone.NEUTRAL, Symbol.CHECK, getTranslation("paper.compare.point-same")));
            }
        }
    }

    /** The same in two readings beside each other, and in one. Which are seen depends on the width of the screen. */
    static Component sides(Function<Reading, Component> content) {
        var before = new Div(content.apply(Reading.BEFORE));
        before.addClassName("rs-compare-before");
        var after = new Div(content.apply(Reading.AFTER));
        after.addClassName("rs-compare-after");
        var together = new Div(content.apply(Reading.TOGETHER));
        together.addClassName("rs-compare-together");
        var sides = new Div(before, after, together);
        sides.addClassName("rs-compare-sides");
        return sides;
    }
}
