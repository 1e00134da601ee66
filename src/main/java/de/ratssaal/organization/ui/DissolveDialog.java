package de.ratssaal.organization.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.OrganizationSummary;
import java.time.LocalDate;

/** Dissolves an organization after a day, with all memberships in it. */
class DissolveDialog extends FormDialog {

    private final transient OrganizationAdministration organizations;
    private final transient OrganizationSummary organization;
    private final DatePicker lastDay;

    DissolveDialog(
            OrganizationSummary organization,
            LocalDate today,
            OrganizationAdministration organizations,
            Runnable done) {
        super(
                UI.getCurrent().getTranslation("organization.dissolve-title", organization.name()),
                UI.getCurrent().getTranslation("organization.dissolve-verb"),
                done);
        this.organizations = organizations;
        this.organization = organization;
        lastDay = dayField(getTranslation("organization.dissolve.last-day"), today);
        lastDay.setRequiredIndicatorVisible(true);
        answerAt(lastDay, "organization.ends-before-start");
        explain(getTranslation("organization.dissolve.text"));
        ask(lastDay);
    }

    @Override
    void check(FieldChecks fields) {
        fields.require(lastDay, "organization.day-missing");
    }

    @Override
    void save() {
        organizations.dissolve(organization.id(), lastDay.getValue());
    }
}
