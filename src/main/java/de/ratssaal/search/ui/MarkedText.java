package de.ratssaal.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import de.ratssaal.search.Marked;
import java.util.List;

/** Text with the words that were searched for marked, also for who hears it. */
final class MarkedText {

    private MarkedText() {}

    static Component[] of(List<Marked> pieces) {
        return pieces.stream()
                .map(it -> it.isHit() ? mark(it.text()) : new Text(it.text()))
                .toArray(Component[]::new);
    }

    private static Component mark(String text) {
        var mark = new HtmlContainer("mark");
        mark.setText(text);
        return mark;
    }
}
