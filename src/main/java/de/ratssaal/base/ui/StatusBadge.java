package de.ratssaal.base.ui;

import com.vaadin.flow.component.html.Span;

/** A state in one or two words, with its sign: never by colour alone. */
public class StatusBadge extends Span {

    public StatusBadge(Tone tone, Symbol symbol, String text) {
        addClassNames("rs-badge", tone.className());
        add(symbol.create(), new Span(text));
    }

    /** With the usual sign of the tone. */
    public StatusBadge(Tone tone, String text) {
        this(
                tone,
                switch (tone) {
                    case NEUTRAL -> Symbol.DRAFT;
                    case INFO -> Symbol.INFO;
                    case SUCCESS -> Symbol.SUCCESS;
                    case WARNING -> Symbol.ALERT;
                    case DANGER -> Symbol.STOP;
                    case LIVE -> Symbol.LIVE;
                    case RESTRICTED -> Symbol.LOCK;
                },
                text);
    }
}
