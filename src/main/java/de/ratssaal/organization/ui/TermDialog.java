package de.ratssaal.organization.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.organization.BodyAdministration;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.LegislativeTerm;
import de.ratssaal.organization.TermId;

/** Adds a term of office to a municipality. */
class TermDialog extends FormDialog {

    private final transient BodyAdministration bodies;
    private final transient BodySummary body;
    private final TextField name = new TextField();
    private final DatePicker firstDay;
    private final DatePicker lastDay;

    TermDialog(BodySummary body, BodyAdministration bodies, Runnable done) {
        super(
                UI.getCurrent().getTranslation("organization.term.add-to", body.name()),
                UI.getCurrent().getTranslation("organization.term.add"),
                done);
        this.bodies = bodies;
        this.body = body;
        name.setLabel(getTranslation("organization.term.name"));
        name.setHelperText(getTranslation("organization.term.name-help"));
        name.setRequiredIndicatorVisible(true);
        firstDay = dayField(getTranslation("organization.term.first-day"), null);
        firstDay.setRequiredIndicatorVisible(true);
        lastDay = dayField(getTranslation("organization.term.last-day"), null);
        lastDay.setRequiredIndicatorVisible(true);
        answerAt(firstDay, "organization.term.overlaps");
        answerAt(lastDay, "organization.ends-before-start");
        ask(name);
        askInRow(firstDay, lastDay);
    }

    @Override
    void check(FieldChecks fields) {
        if (name.getValue().isBlank()) {
            fields.wrong(name, "organization.one-name-missing");
        }
        fields.require(firstDay, "organization.day-missing");
        fields.require(lastDay, "organization.day-missing");
    }

    @Override
    void save() {
        bodies.addTerm(new LegislativeTerm(
                TermId.next(), body.id(), name.getValue(), firstDay.getValue(), lastDay.getValue()));
    }
}
