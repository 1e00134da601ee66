package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Facts with their names: date, place, mode. Two columns where there is room, one on a phone. */
public class DefinitionList extends Composite<DescriptionList> implements HasStyle {

    public DefinitionList() {
        getContent().addClassName("rs-definitions");
    }

    public DefinitionList add(String name, String fact) {
        return add(name, new Span(fact));
    }

    public DefinitionList add(String name, Component... fact) {
        var pair = new Div(new DescriptionList.Term(name), new DescriptionList.Description(fact));
        pair.addClassName("rs-definition");
        getContent().add(pair);
        return this;
    }

    public void clear() {
        getContent().removeAll();
    }
}
