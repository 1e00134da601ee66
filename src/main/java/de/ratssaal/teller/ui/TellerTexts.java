package de.ratssaal.teller.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.teller.AbortReason;
import de.ratssaal.teller.Readiness;

/** What the tellers' pages and cards say alike. */
final class TellerTexts {

    private TellerTexts() {}

    static StatusBadge badge(Component on, Readiness readiness) {
        return switch (readiness) {
            case READY -> new StatusBadge(Tone.SUCCESS, Symbol.KEY, on.getTranslation("teller.ready.yes"));
            case RUNNING -> new StatusBadge(Tone.LIVE, on.getTranslation("teller.ready.running"));
            case NOT_NAMED, NO_KEY, ABORTED, TOO_FEW_ACCOUNTS ->
                new StatusBadge(Tone.WARNING, on.getTranslation("teller.ready.no"));
        };
    }

    static String reason(Component on, AbortReason reason) {
        return reason.fault().map(it -> on.getTranslation(it.key(), it.index())).orElse(reason.text());
    }

    /** The first half of a hash, in groups of four: enough that nobody makes another one with it. */
    static Code digits(String hash) {
        var code = new Code(hash.substring(0, 32).replaceAll("(.{4})(?!$)", "$1 "));
        code.addClassName("rs-teller-hash");
        code.getElement().setAttribute("translate", "no");
        return code;
    }

    static Paragraph note(Symbol symbol, String text) {
        var note = new Paragraph(symbol.create(), new Span(text));
        note.addClassName("rs-note");
        return note;
    }
}
