package de.ratssaal.conflict.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.conflict.PossibleConflict;

/** What was found, and where it stands. */
final class ConflictLine {

    private ConflictLine() {}

    static Component of(Component on, PossibleConflict found) {
        var words =
                new Span(on.getTranslation("conflict.found", found.interest().words()));
        words.addClassName("rs-row-title");
        var where = new Span(
                found.page() == 0
                        ? found.document()
                        : on.getTranslation("conflict.page", found.document(), found.page()));
        var excerpt = new Paragraph(found.excerpt());
        excerpt.addClassName("rs-muted");
        var line = new Div(words, where, excerpt);
        line.addClassName("rs-conflict-line");
        return line;
    }
}
