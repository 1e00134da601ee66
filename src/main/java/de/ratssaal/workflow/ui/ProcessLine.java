package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Symbol;
import java.util.List;

/** A process as a picture: steps from left to right, in each the offices below each other; on a telephone from top to bottom. */
class ProcessLine extends Composite<OrderedList> implements HasStyle {

    /** How it stands with a step. */
    enum Place {
        DONE("done", Symbol.CHECK),
        NOW("now", Symbol.WAITING),
        REFUSED("refused", Symbol.UNDO),
        TO_COME("to-come", Symbol.CLOCK);

        private final String css;
        private final Symbol symbol;

        Place(String css, Symbol symbol) {
            this.css = css;
            this.symbol = symbol;
        }
    }

    ProcessLine(String label) {
        getContent().addClassName("rs-process");
        getContent().getElement().setAttribute("aria-label", label);
    }

    /** @param remark such as that the offices are asked one after the other; may be empty */
    void add(Place place, String title, String remark, List<? extends Component> offices) {
        var mark = new Span(place.symbol.create(getTranslation("workflow.place." + place)));
        mark.addClassName("rs-process-mark");
        var name = new Span(title);
        name.addClassName("rs-process-name");
        var head = new Div(mark, name);
        head.addClassName("rs-process-head");
        var step = new ListItem(head);
        step.addClassNames("rs-process-step", "rs-process-" + place.css);
        if (!remark.isEmpty()) {
            var below = new Span(remark);
            below.addClassName("rs-process-remark");
            step.add(below);
        }
        if (!offices.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("rs-process-offices");
            offices.forEach(it -> {
                var item = new ListItem(it);
                item.addClassName("rs-process-office");
                list.add(item);
            });
            step.add(list);
        }
        if (place == Place.NOW) {
            step.getElement().setAttribute("aria-current", "step");
        }
        getContent().add(step);
    }
}
