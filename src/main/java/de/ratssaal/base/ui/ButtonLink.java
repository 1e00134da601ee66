package de.ratssaal.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A link that looks like what it is: the next step. */
public final class ButtonLink {

    private ButtonLink() {}

    public static Anchor primary(String path, Symbol symbol, String text) {
        return link(path, symbol, text, "rs-button-primary");
    }

    public static Anchor secondary(String path, Symbol symbol, String text) {
        return link(path, symbol, text, "rs-button-secondary");
    }

    private static Anchor link(String path, Symbol symbol, String text, String look) {
        var link = new Anchor(path, symbol.create(), new Span(text));
        link.addClassNames("rs-button", look);
        return link;
    }
}
