package de.ratssaal.organization.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.OrganizationSummary;

/** Renames an organization, changes its legal strength and, of a political group, the colour. */
class ChangeOrganizationDialog extends FormDialog {

    private final transient OrganizationAdministration organizations;
    private final transient OrganizationSummary before;
    private final TextField name = new TextField();
    private final TextField shortName = new TextField();
    private final IntegerField strength = new IntegerField();
    private final ColorField color;

    ChangeOrganizationDialog(OrganizationSummary before, OrganizationAdministration organizations, Runnable done) {
        super(
                UI.getCurrent().getTranslation("organization.change-title", before.name()),
                UI.getCurrent().getTranslation("organization.save"),
                done);
        this.organizations = organizations;
        this.before = before;
        var isGroup = before.classification() == Classification.POLITICAL_GROUP;
        name.setLabel(getTranslation("organization.name"));
        name.setValue(before.name());
        name.setRequiredIndicatorVisible(true);
        shortName.setLabel(getTranslation("organization.short-name"));
        shortName.setHelperText(getTranslation("organization.short-name-help"));
        shortName.setValue(before.shortName());
        shortName.setRequiredIndicatorVisible(true);
        strength.setLabel(getTranslation("organization.legal-strength"));
        strength.setHelperText(getTranslation(
                isGroup ? "organization.legal-strength-group-help" : "organization.legal-strength-help"));
        strength.setMin(before.classification() == Classification.OFFICE ? 0 : 1);
        strength.setMax(NewOrganizationDialog.MOST_MEMBERS);
        strength.setValue(before.legalStrength());
        strength.setRequiredIndicatorVisible(true);
        strength.setVisible(before.classification() != Classification.OFFICE);
        color = new ColorField(getTranslation("organization.color"), getTranslation("organization.color-help"));
        color.setRequiredIndicatorVisible(true);
        color.setVisible(isGroup);
        color.show(before.color());
        answerAt(name, "organization.name-missing");
        answerAt(shortName, "organization.short-name-taken");
        answerAt(strength, "organization.strength-missing");
        answerAt(color, "organization.color.not-hex");
        ask(name, shortName, strength, color);
    }

    @Override
    void check(FieldChecks fields) {
        if (name.getValue().isBlank()) {
            fields.wrong(name, "organization.one-name-missing");
        }
        if (shortName.getValue().isBlank()) {
            fields.wrong(shortName, "organization.short-name-missing");
        }
        if (before.classification() != Classification.OFFICE) {
            fields.requireNumber(strength);
        }
        if (before.color() != null) {
            fields.require(color, "organization.color-missing");
        }
    }

    @Override
    void save() {
        organizations.change(before.id(), name.getValue(), shortName.getValue(), strength.getValue(), color.color());
    }
}
