package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import de.ratssaal.organization.BodyId;
import de.ratssaal.paper.KindNames;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.PaperType;

/** Kinds of papers as people read them: in the city's own words, else in the usual ones of their language. */
@SpringComponent
public class Kinds {

    private final KindNames names;

    Kinds(KindNames names) {
        this.names = names;
    }

    /** @param where shows it: its language counts */
    public String of(Component where, BodyId body, PaperType type) {
        return names.own(body, type).orElseGet(() -> where.getTranslation("paper.type." + type));
    }

    public String of(Component where, PaperSummary paper) {
        return of(where, paper.body(), paper.type());
    }

    /** For a choice among the papers of all bodies. */
    public String of(Component where, PaperType type) {
        var own = names.own(type);
        return own.isEmpty() ? where.getTranslation("paper.type." + type) : String.join(" / ", own);
    }
}
