package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.paper.TextDifference;
import de.ratssaal.paper.TextDifference.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What differs between two texts, word by word. What is gone is struck through, what is new underlined, and both are said
 * to those who hear the page: colour alone says nothing.
 */
public class TextComparison extends Composite<Div> {

    /** Which of the two texts is read. */
    public enum Reading {
        /** Both in one: for a narrow screen. */
        TOGETHER(EnumSet.allOf(Kind.class)),
        BEFORE(EnumSet.of(Kind.SAME, Kind.REMOVED)),
        AFTER(EnumSet.of(Kind.SAME, Kind.ADDED));

        private final Set<Kind> shown;

        Reading(Set<Kind> shown) {
            this.shown = shown;
        }
    }

    public TextComparison(TextDifference difference) {
        this(difference, Reading.TOGETHER);
    }

    public TextComparison(TextDifference difference, Reading reading) {
        getContent().addClassName("rs-difference");
        difference.pieces().stream()
                .filter(it -> reading.shown.contains(it.kind()))
                .map(this::piece)
                .forEach(getContent()::add);
    }

    private Component piece(TextDifference.Piece piece) {
        return switch (piece.kind()) {
            case SAME -> new Text(piece.text());
            case REMOVED -> marked("del", "paper.compare.removed", piece.text());
            case ADDED -> marked("ins", "paper.compare.added", piece.text());
        };
    }

    private Component marked(String tag, String key, String text) {
        var marked = new HtmlContainer(tag);
        // a paragraph's end that came or went is to be seen as well
        marked.add(
                hidden(getTranslation(key)),
                new Text(text.isBlank() ? text.replace("\n", "¶\n") : text),
                hidden(getTranslation("paper.compare.end")));
        return marked;
    }

    private static Component hidden(String text) {
        var hidden = new Span(" " + text + " ");
        hidden.addClassName("rs-visually-hidden");
        return hidden;
    }
}
