package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.attendance.Quorum;
import de.ratssaal.base.ui.Symbol;

/** Whether the organization may decide now, and by how much. */
class QuorumLine extends Composite<Div> {

    QuorumLine(Quorum quorum) {
        var key = quorum.isMet()
                ? "chamber.quorum.met"
                : quorum.allInvited() ? "chamber.quorum.not-met" : "chamber.quorum.not-invited";
        getContent()
                .add(
                        (quorum.isMet() ? Symbol.SUCCESS : Symbol.WARNING).create(),
                        new Span(getTranslation(
                                key,
                                quorum.present(),
                                quorum.needed(),
                                quorum.rule().source().toString())));
        getContent().addClassNames("rs-quorum", quorum.isMet() ? "rs-quorum-met" : "rs-quorum-lost");
        getContent().getElement().setAttribute("role", "status");
    }
}
