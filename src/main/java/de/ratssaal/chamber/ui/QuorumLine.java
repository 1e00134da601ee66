package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.attendance.Quorum;
import de.ratssaal.base.ui.Symbol;

/** Whether the organization may decide now, and by how much. */
class QuorumLine extends Composite<Div> {

    /** From so many on the chair is warned that they may soon be too few. */
    private static final int CLOSE = 2;

    QuorumLine(Quorum quorum) {
        getContent()
                .add(
                        (quorum.isMet() ? Symbol.SUCCESS : Symbol.WARNING).create(),
                        new Span(getTranslation(
                                key(quorum),
                                quorum.counted(),
                                quorum.needed(),
                                quorum.rule().source().toString())));
        var margin = quorum.counted() - quorum.needed();
        if (quorum.isMet()) {
            var line = new Span(getTranslation("chamber.quorum.margin", margin));
            line.addClassName(margin <= CLOSE ? "rs-quorum-close" : "rs-quorum-margin");
            getContent().add(line);
        }
        getContent().addClassNames("rs-quorum", quorum.isMet() ? "rs-quorum-met" : "rs-quorum-lost");
        getContent().getElement().setAttribute("role", "status");
    }

    private static String key(Quorum quorum) {
        if (!quorum.allInvited()) {
            return "chamber.quorum.not-invited";
        }
        if (quorum.isOfVotes()) {
            return quorum.isMet() ? "chamber.quorum.met-votes" : "chamber.quorum.not-met-votes";
        }
        return quorum.isMet() ? "chamber.quorum.met" : "chamber.quorum.not-met";
    }
}
