package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.paper.FieldText;
import de.ratssaal.paper.FieldType;
import de.ratssaal.paper.PaperDetails;
import de.ratssaal.paper.SectionText;

/** What a paper says beside title, proposal and reasons, as it is read. */
class DetailsText extends Composite<Div> {

    DetailsText(PaperDetails details) {
        getContent().addClassName("rs-details");
        getContent().setVisible(!details.equals(PaperDetails.NONE));
        details.sections().forEach(it -> getContent().add(section(it)));
        if (!details.fields().isEmpty()) {
            var facts = new DefinitionList();
            details.fields().forEach(it -> facts.add(it.label(), text(it)));
            getContent().add(new Card(getTranslation("paper.write.facts"), facts));
        }
    }

    private String text(FieldText field) {
        return field.type() == FieldType.DATE ? Days.shown(field.text(), getLocale()) : field.text();
    }

    private Component section(SectionText section) {
        var card = new Card(section.heading());
        if (!section.isPublic()) {
            card.aside(new StatusBadge(Tone.RESTRICTED, getTranslation("paper.non-public")));
        }
        var facts = new DefinitionList();
        fact(facts, "paper.section.once", section.costs().once());
        fact(facts, "paper.section.yearly", section.costs().yearly());
        fact(facts, "paper.section.funded", section.costs().funded());
        fact(facts, "paper.section.budget-line", section.costs().budgetLine());
        var rating = section.rating();
        if (rating != null) {
            facts.add(getTranslation("paper.section.rating"), getTranslation("paper.rating." + rating));
        }
        if (!section.costs().isEmpty() || rating != null) {
            card.add(facts);
        }
        var prose = new Div();
        prose.addClassName("rs-prose");
        section.text().lines().map(Paragraph::new).forEach(prose::add);
        card.add(prose);
        return card;
    }

    private void fact(DefinitionList facts, String label, String text) {
        if (!text.isEmpty()) {
            facts.add(getTranslation(label), text);
        }
    }
}
