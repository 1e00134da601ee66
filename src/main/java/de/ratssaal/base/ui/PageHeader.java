package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

/** The head of a page: where one is, what it is, and what can be done with it. The only heading of the first level. */
public class PageHeader extends Composite<Header> implements HasStyle {

    private final OrderedList trail = new OrderedList();
    private final Nav breadcrumbs = new Nav(trail);
    private final H1 title = new H1();
    private final Div meta = new Div();
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    public PageHeader(String title) {
        breadcrumbs.addClassName("rs-breadcrumbs");
        breadcrumbs.getElement().setAttribute("aria-label", getTranslation("base.breadcrumbs"));
        breadcrumbs.setVisible(false);
        subtitle.addClassName("rs-page-subtitle");
        subtitle.setVisible(false);
        meta.addClassName("rs-page-meta");
        meta.setVisible(false);
        actions.addClassName("rs-page-actions");
        actions.setVisible(false);
        setTitle(title);
        var words = new Div(this.title, subtitle, meta);
        words.addClassName("rs-page-words");
        var line = new Div(words, actions);
        line.addClassName("rs-page-line");
        getContent().addClassName("rs-page-header");
        getContent().add(breadcrumbs, line);
    }

    public PageHeader(String title, @Nullable String subtitle) {
        this(title);
        setSubtitle(subtitle);
    }

    public final void setTitle(String text) {
        title.setText(text);
    }

    /** One sentence or fact that tells this page from its like, such as date and place. */
    public final void setSubtitle(@Nullable String text) {
        subtitle.setText(text == null ? "" : text);
        subtitle.setVisible(text != null);
    }

    /** Adds a step to the way back: the page above this one comes last. */
    public PageHeader above(String label, String path) {
        trail.add(new ListItem(new Anchor(path, label)));
        breadcrumbs.setVisible(true);
        return this;
    }

    /** Puts badges below the title. What was there before goes. */
    public PageHeader meta(Component... components) {
        meta.removeAll();
        meta.add(components);
        meta.setVisible(components.length > 0);
        return this;
    }

    /** Puts what can be done at the end of the line, the most likely first. At most one of them is primary. */
    public PageHeader actions(Component... components) {
        actions.removeAll();
        actions.add(components);
        actions.setVisible(components.length > 0);
        return this;
    }
}
