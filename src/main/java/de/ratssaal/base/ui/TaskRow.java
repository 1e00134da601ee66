package de.ratssaal.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** One thing to do, in a list on the start page: where it is done, what it is about, and until when. */
public class TaskRow extends Anchor {

    /**
     * @param address where it is done
     * @param title what is to be done
     * @param detail for what, until when
     */
    public TaskRow(String address, Symbol symbol, String title, String detail) {
        super(address);
        var what = new Span(title);
        what.addClassName("rs-row-title");
        var words = new Span(what, new Span(detail));
        words.addClassName("rs-row-words");
        add(symbol.create(), words);
        addClassName("rs-row");
    }

    /** Says at the row's end how it stands. */
    public TaskRow badge(Tone tone, String text) {
        add(new StatusBadge(tone, text));
        return this;
    }

    /** A card with these rows. */
    public static Card card(String title, List<TaskRow> rows) {
        var list = new UnorderedList();
        list.addClassName("rs-rows");
        rows.forEach(it -> list.add(new ListItem(it)));
        return new Card(title, list);
    }
}
