package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Symbol;
import org.jspecify.annotations.Nullable;

/** A part of a whole as a bar below the words that say the same: who has answered, who agreed and how many had to. */
class ShareBar extends Composite<Div> {

    /**
     * @param verdict what it means
     * @param figures the figures in words
     * @param needed where the mark stands; none without one
     * @param isReached whether it is as it should be
     */
    ShareBar(String verdict, String figures, int part, @Nullable Integer needed, int whole, boolean isReached) {
        var sign = new Span((isReached ? Symbol.SUCCESS : needed == null ? Symbol.WAITING : Symbol.ALERT).create());
        sign.addClassName("rs-quorum-sign");
        var first = new Span(verdict);
        first.addClassName("rs-quorum-verdict");
        var second = new Span(figures);
        second.addClassName("rs-quorum-figures");
        var words = new Div(sign, first, second);
        words.addClassName("rs-quorum-words");
        var filled = new Div();
        filled.addClassName("rs-quorum-filled");
        filled.getStyle().set("width", share(part, whole));
        var scale = new Div(filled);
        if (needed != null) {
            var mark = new Div();
            mark.addClassName("rs-quorum-needed");
            mark.getStyle().set("left", share(needed, whole));
            scale.add(mark);
        }
        scale.addClassName("rs-quorum-scale");
        scale.getElement().setAttribute("aria-hidden", "true");
        getContent().addClassNames("rs-quorum-meter", "rs-circular-share");
        getContent().setClassName("rs-quorum-met", isReached);
        getContent().setClassName("rs-circular-waiting", !isReached && needed == null);
        getContent().add(words, scale);
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "0%" : Math.min(100.0, 100.0 * part / whole) + "%";
    }
}
