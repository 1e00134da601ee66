package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.paper.ClimateRating;
import de.ratssaal.paper.Places;
import de.ratssaal.paper.SectionKind;
import de.ratssaal.paper.TemplateSection;
import java.util.ArrayList;
import java.util.List;

/** A section of a paper on the desk. */
class SectionCard extends Composite<Card> {

    private final TemplateSection section;
    private final List<Bound> bound = new ArrayList<>();

    SectionCard(Bench bench, TemplateSection section) {
        this.section = section;
        if (!section.isPublic()) {
            getContent().aside(new StatusBadge(Tone.RESTRICTED, getTranslation("paper.non-public")));
        }
        if (!section.help().isEmpty()) {
            var help = new Paragraph(section.help());
            help.addClassName("rs-section-help");
            getContent().add(help);
        }
        switch (section.kind()) {
            case FINANCES -> finances(bench);
            case CLIMATE -> climate(bench);
            case TEXT -> {}
        }
        var text = BoundText.lines(bench, Places.section(section.key()));
        if (text.field() instanceof TextArea area) {
            area.setMinRows(section.kind() == SectionKind.TEXT ? 6 : 3);
        }
        if (section.kind() == SectionKind.TEXT) {
            text.field().setAriaLabel(section.heading());
        } else {
            text.labelled(getTranslation("paper.section.explanation"));
        }
        bound.add(text);
        getContent().add(text);
    }

    @Override
    protected Card initContent() {
        return new Card(section.heading());
    }

    private void finances(Bench bench) {
        var columns = new Div(
                line(bench, Places.ONCE, "paper.section.once"),
                line(bench, Places.YEARLY, "paper.section.yearly"),
                line(bench, Places.FUNDED, "paper.section.funded"),
                line(bench, Places.BUDGET_LINE, "paper.section.budget-line"));
        columns.addClassName("rs-form-columns");
        getContent().add(columns);
    }

    private BoundText line(Bench bench, String part, String label) {
        var line = BoundText.line(bench, Places.section(section.key(), part)).labelled(getTranslation(label));
        bound.add(line);
        return line;
    }

    private void climate(Bench bench) {
        var field = new Select<ClimateRating>();
        field.setLabel(getTranslation("paper.section.rating"));
        field.setItems(ClimateRating.values());
        field.setItemLabelGenerator(it -> getTranslation("paper.rating." + it));
        var rating = new BoundChoice<ClimateRating>(
                bench,
                Places.section(section.key(), Places.RATING),
                field,
                ClimateRating::valueOf,
                ClimateRating::name);
        rating.readAs(it -> it.isEmpty() ? "–" : getTranslation("paper.rating." + it));
        bound.add(rating);
        getContent().add(rating);
    }

    List<Bound> bound() {
        return bound;
    }
}
