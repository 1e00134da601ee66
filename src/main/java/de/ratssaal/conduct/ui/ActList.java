package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.conduct.AgendaAct;
import de.ratssaal.conduct.AgendaActs;

/** What was done with the agenda, in words. */
final class ActList {

    private ActList() {}

    static String text(Component on, AgendaAct act) {
        return on.getTranslation(
                "conduct.act." + act.kind() + (act.detail().isEmpty() ? "" : "-to"), act.number(), act.detail());
    }

    static Component of(Component on, AgendaActs acts) {
        var list = new OrderedList();
        list.addClassName("rs-acts");
        for (var act : acts.all()) {
            var row = new ListItem(new Span(text(on, act)));
            var undoneFor = act.undoneFor();
            if (undoneFor != null) {
                row.add(new Span(" " + on.getTranslation("conduct.undone", undoneFor)));
                row.addClassName("rs-act-undone");
            }
            list.add(row);
        }
        return list;
    }
}
