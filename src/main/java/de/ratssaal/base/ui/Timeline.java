package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** Steps in their order: the consultations of a paper, what happened in a meeting. */
public class Timeline extends Composite<OrderedList> implements HasStyle {

    /** Where a step stands. */
    public enum Step {
        DONE,
        NOW,
        TO_COME
    }

    public Timeline() {
        getContent().addClassName("rs-timeline");
    }

    /**
     * @param when time or date, as text
     * @param what the step
     * @param more badges, links or a sentence below it
     */
    public Timeline add(Step step, String when, String what, Component... more) {
        var time = new Span(when);
        time.addClassName("rs-timeline-when");
        var title = new Span(what);
        title.addClassName("rs-timeline-what");
        var mark = new Span((step == Step.TO_COME ? Symbol.CLOCK : step == Step.NOW ? Symbol.LIVE : Symbol.CHECK)
                .create(getTranslation("base.step." + step)));
        mark.addClassName("rs-timeline-mark");
        var words = new Div(time, title);
        words.addClassName("rs-timeline-words");
        if (more.length > 0) {
            var rest = new Div(more);
            rest.addClassName("rs-timeline-more");
            words.add(rest);
        }
        var item = new ListItem(mark, words);
        item.addClassNames("rs-timeline-step", "rs-step-" + Texts.dashed(step));
        if (step == Step.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        getContent().add(item);
        return this;
    }

    public void clear() {
        getContent().removeAll();
    }
}
