package de.ratssaal.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How many are present, how many are needed, and whether that is enough. Changes are read out by screen readers. */
public class QuorumMeter extends Composite<Div> implements HasStyle {

    private final Span sign = new Span();
    private final Span verdict = new Span();
    private final Span figures = new Span();
    private final Div filled = new Div();
    private final Div needed = new Div();

    /**
     * @param present members present and entitled to vote
     * @param needed how many must be present
     * @param members legal strength
     * @param met whether the organization may decide; it takes more than the number, such as that all were invited
     */
    public record Reading(int present, int needed, int members, boolean met) {

        public Reading {
            if (present < 0 || needed < 0 || members < 1) {
                throw new IllegalArgumentException("%d present, %d needed of %d".formatted(present, needed, members));
            }
        }
    }

    public QuorumMeter(Reading reading) {
        sign.addClassName("rs-quorum-sign");
        verdict.addClassName("rs-quorum-verdict");
        figures.addClassName("rs-quorum-figures");
        filled.addClassName("rs-quorum-filled");
        needed.addClassName("rs-quorum-needed");
        var scale = new Div(filled, needed);
        scale.addClassName("rs-quorum-scale");
        scale.getElement().setAttribute("aria-hidden", "true");
        var words = new Div(sign, verdict, figures);
        words.addClassName("rs-quorum-words");
        words.getElement().setAttribute("role", "status");
        getContent().addClassName("rs-quorum-meter");
        getContent().add(words, scale);
        show(reading);
    }

    public final void show(Reading reading) {
        getContent().setClassName("rs-quorum-met", reading.met());
        sign.removeAll();
        sign.add((reading.met() ? Symbol.SUCCESS : Symbol.ALERT).create());
        verdict.setText(getTranslation(reading.met() ? "base.quorum.met" : "base.quorum.not-met"));
        figures.setText(getTranslation("base.quorum.figures", reading.present(), reading.members(), reading.needed()));
        filled.getStyle().set("width", share(reading.present(), reading.members()));
        needed.getStyle().set("left", share(reading.needed(), reading.members()));
    }

    private static String share(int part, int of) {
        return Math.min(100.0, 100.0 * part / of) + "%";
    }
}
