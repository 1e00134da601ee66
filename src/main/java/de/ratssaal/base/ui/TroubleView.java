package de.ratssaal.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page in the place of one that cannot be shown: what is wrong, and where to go from here. */
abstract class TroubleView extends Composite<Div> implements HasDynamicTitle {

    private String title = "";

    void say(Symbol symbol, String heading, String text) {
        title = heading;
        var home = new Anchor("", getTranslation("base.trouble.to-start"));
        home.addClassName("rs-button");
        var sign = new Div(symbol.create());
        sign.addClassName("rs-empty-sign");
        getContent().removeAll();
        getContent().addClassNames("rs-page", "rs-trouble");
        getContent().add(sign, new H1(heading), new Paragraph(text), home);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
