package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.conduct.DeferredItem;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingSummary;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;

/** Items that were deferred, each with its other end or with what can be done. */
final class DeferredList {

    private DeferredList() {}

    static Component of(List<DeferredItem> items, Function<DeferredItem, Component> beside) {
        var list = new UnorderedList();
        list.addClassName("rs-entries");
        items.forEach(it -> {
            var title = new Span(it.item().number() + " " + it.item().title());
            title.addClassName("rs-row-title");
            var entry = new Div(title);
            if (!it.item().isPublic()) {
                entry.add(new StatusBadge(Tone.RESTRICTED, text("chamber.agenda.non-public")));
            }
            entry.add(beside.apply(it));
            entry.addClassName("rs-entry");
            list.add(new ListItem(entry));
        });
        return list;
    }

    /** The meeting in which it was deferred. */
    static Component from(DeferredItem item) {
        return link("conduct.deferred.from", item.meeting());
    }

    /** The meeting that takes it up. */
    static Component to(DeferredItem item) {
        var later = item.takenUpIn();
        return later == null
                ? new StatusBadge(Tone.WARNING, Symbol.WAITING, text("conduct.deferred.waits"))
                : link("conduct.deferred.to", later);
    }

    private static Component link(String key, MeetingSummary meeting) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(UI.getCurrent().getLocale())
                .format(meeting.start());
        return new Anchor(MeetingLinks.meeting(meeting.id()), text(key, day));
    }

    static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }
}
