package de.ratssaal.distribution.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.distribution.Change;
import de.ratssaal.distribution.ChangeText;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Changes, one to a line, with their sign. */
final class ChangeList {

    private ChangeList() {}

    static Component of(List<Change> changes, ChangeText texts, Locale language, ZoneId zone) {
        var list = new UnorderedList();
        list.addClassName("rs-rows");
        changes.forEach(it -> {
            var line = new Span(texts.line(it, language, zone));
            line.addClassName("rs-row-words");
            var row = new Div(badge(it.what(), texts.what(it, language)), line);
            row.addClassName("rs-row");
            list.add(new ListItem(row));
        });
        return list;
    }

    private static StatusBadge badge(Change.What what, String word) {
        return switch (what) {
            case NEW -> new StatusBadge(Tone.INFO, Symbol.ADD, word);
            case CHANGED -> new StatusBadge(Tone.WARNING, Symbol.EDIT, word);
            case RENUMBERED -> new StatusBadge(Tone.NEUTRAL, Symbol.AGENDA, word);
            case REMOVED -> new StatusBadge(Tone.DANGER, Symbol.DELETE, word);
        };
    }
}
