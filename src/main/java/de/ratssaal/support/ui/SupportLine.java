package de.ratssaal.support.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.support.SupportCount;
import de.ratssaal.support.Supported;
import de.ratssaal.voting.MotionKind;

/** How it is shown what was moved, and how many stand behind it. */
final class SupportLine {

    private SupportLine() {}

    static Div of(Component on, Supported moved) {
        var name = new Span(title(on, moved));
        name.addClassName("rs-row-title");
        var head = new Div(name);
        if (!moved.mover().isEmpty()) {
            head.add(new Span(on.getTranslation("support.moved-by", moved.mover())));
        }
        head.addClassName("rs-support-head");
        var line = new Div(head, count(on, moved.count(), moved.source()));
        line.addClassName("rs-support");
        return line;
    }

    /** What is moved, in one line. */
    static String title(Component on, Supported moved) {
        return switch (moved.subject().kind()) {
            case PROCEDURE ->
                moved.motion() == null || moved.motion() == MotionKind.OTHER
                        ? moved.title()
                        : on.getTranslation("chamber.motion.kind." + moved.motion());
            case AMENDMENT -> on.getTranslation("support.amendment", moved.number(), moved.title());
            case URGENCY -> on.getTranslation("support.urgency", moved.title());
            case PAPER -> moved.title();
        };
    }

    static Component count(Component on, SupportCount count, LegalSource paragraph) {
        var text = count.byGroup()
                ? on.getTranslation("support.by-group")
                : on.getTranslation("support.count", count.counted(), count.needed());
        var state = count.isReached()
                ? new StatusBadge(Tone.SUCCESS, Symbol.CHECK, on.getTranslation("support.reached"))
                : new StatusBadge(Tone.WARNING, Symbol.WAITING, on.getTranslation("support.missing", count.missing()));
        var source = new Span(paragraph.toString());
        source.addClassName("rs-muted");
        var line = new Paragraph(new Span(text), state, source);
        line.addClassName("rs-support-count");
        return line;
    }
}
