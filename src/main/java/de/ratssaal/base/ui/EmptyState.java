package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** In the place of a list that has nothing in it yet: says what will stand here, and how it comes about. */
public class EmptyState extends Composite<Div> implements HasStyle {

    /**
     * @param title what is not there, such as "No meetings are planned"
     * @param whatToDo what the reader can do, or what will happen by itself
     * @param actions one button or link at most, usually
     */
    public EmptyState(Symbol symbol, String title, String whatToDo, Component... actions) {
        var sign = new Div(symbol.create());
        sign.addClassName("rs-empty-sign");
        var heading = new Paragraph(title);
        heading.addClassName("rs-empty-title");
        getContent().addClassName("rs-empty");
        getContent().add(sign, heading, new Paragraph(whatToDo));
        getContent().add(actions);
    }
}
