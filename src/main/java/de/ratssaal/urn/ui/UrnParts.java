package de.ratssaal.urn.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.urn.UrnState;
import de.ratssaal.urn.UrnSummary;

/** What desk and room show of a secret vote by device alike. */
final class UrnParts {

    private UrnParts() {}

    static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }

    static StatusBadge badge(UrnState state) {
        var tone = switch (state) {
            case REGISTERING, DECRYPTING, CONFIRMING, CONFIRMED -> Tone.INFO;
            case OPEN -> Tone.LIVE;
            case SETTLED -> Tone.SUCCESS;
            case REFUSED -> Tone.DANGER;
            case CANCELLED -> Tone.NEUTRAL;
        };
        return new StatusBadge(tone, text("urn.state." + state));
    }

    /** How far it is, in one sentence. */
    static String progress(UrnSummary urn) {
        return switch (urn.state()) {
            case REGISTERING -> text("urn.progress.registering", urn.ready().size());
            case OPEN -> text("urn.progress.open", urn.cast(), urn.voters().size());
            case DECRYPTING -> text("urn.progress.decrypting", urn.cast(), urn.countDecrypted(), urn.threshold());
            case CONFIRMING, CONFIRMED ->
                text("urn.progress.confirming", urn.countConfirmed(), urn.confirmationsNeeded());
            case SETTLED ->
                text("urn.progress.settled", urn.cast(), urn.voters().size());
            case REFUSED -> text("urn.progress.refused");
            case CANCELLED -> text("urn.progress.cancelled", String.valueOf(urn.cancelledFor()));
        };
    }

    /** Who of the tellers has done what. */
    static Component tellers(UrnSummary urn) {
        var list = new UnorderedList();
        list.addClassName("rs-urn-tellers");
        for (var teller : urn.tellers()) {
            var name = new Span(teller.name());
            var done = new Span(text("urn.teller."
                    + (Boolean.FALSE.equals(teller.confirmed())
                            ? "refused"
                            : teller.confirmed() != null
                                    ? "confirmed"
                                    : teller.decrypted()
                                            ? "decrypted"
                                            : urn.state() == UrnState.SETTLED ? "spare" : "waiting")));
            done.addClassName("rs-urn-more");
            list.add(new ListItem(name, done));
        }
        return list;
    }

    /** The hashes that everybody compares: with the display, the minutes and the record. */
    static Component heads(UrnSummary urn) {
        var all = new Div();
        all.addClassName("rs-urn-heads");
        urn.hashes().forEach((of, hash) -> {
            var line = new Paragraph(new Span(text("urn.head." + of)), new Code(UrnSummary.compared(hash)));
            line.addClassName("rs-urn-head");
            all.add(line);
        });
        return all;
    }
}
