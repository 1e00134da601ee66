package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A bounded piece of a page with a heading of the second level. What is added to it stands below the heading. */
@Tag("section")
public class Card extends Component implements HasComponents, HasStyle {

    private final H2 heading = new H2();
    private final Div head = new Div(heading);

    public Card(String title, Component... content) {
        addClassName("rs-card");
        head.addClassName("rs-card-head");
        heading.setText(title);
        add(head);
        add(content);
    }

    /** For a card that knows its title only after it was made. */
    protected final void setTitle(String title) {
        heading.setText(title);
    }

    /** Puts something at the end of the heading's line: a badge, a link, one button. */
    public Card aside(Component... components) {
        head.add(components);
        return this;
    }

    /** Gives the card more weight than those around it: what is next, what is decided now. */
    public Card emphasized() {
        addClassName("rs-card-emphasized");
        return this;
    }
}
