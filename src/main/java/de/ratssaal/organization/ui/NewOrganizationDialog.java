package de.ratssaal.organization.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.BodyAdministration;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Land;
import de.ratssaal.organization.NewOrganization;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.rules.Preset;
import de.ratssaal.rules.RulesOfProcedure;

/** Creates an organization of a municipality. Its rules of procedure begin as a preset. */
class NewOrganizationDialog extends FormDialog {

    static final int MOST_MEMBERS = 999;

    private final transient OrganizationAdministration organizations;
    private final transient BodySummary body;
    private final OrganizationId id;
    private final Select<Classification> kind = new Select<>();
    private final TextField name = new TextField();
    private final TextField shortName = new TextField();
    private final IntegerField strength = new IntegerField();
    private final ColorField color;
    private final Select<Preset> preset = new Select<>();

    NewOrganizationDialog(
            BodySummary body,
            Classification proposed,
            OrganizationAdministration organizations,
            BodyAdministration bodies) {
        this(OrganizationId.next(), body, proposed, organizations, bodies);
    }

    private NewOrganizationDialog(
            OrganizationId id,
            BodySummary body,
            Classification proposed,
            OrganizationAdministration organizations,
            BodyAdministration bodies) {
        super(
                UI.getCurrent().getTranslation("organization.create-in", body.name()),
                UI.getCurrent().getTranslation("organization.create-verb"),
                () -> UI.getCurrent().navigate(OrganizationLinks.organization(id)));
        this.id = id;
        this.organizations = organizations;
        this.body = body;
        kind.setLabel(getTranslation("organization.kind"));
        kind.setItems(Classification.values());
        kind.setItemLabelGenerator(it -> getTranslation("organization.classification." + it));
        name.setLabel(getTranslation("organization.name"));
        name.setHelperText(getTranslation("organization.name-help"));
        name.setRequiredIndicatorVisible(true);
        shortName.setLabel(getTranslation("organization.short-name"));
        shortName.setHelperText(getTranslation("organization.short-name-help"));
        shortName.setRequiredIndicatorVisible(true);
        strength.setLabel(getTranslation("organization.legal-strength"));
        strength.setMin(1);
        strength.setMax(MOST_MEMBERS);
        strength.setRequiredIndicatorVisible(true);
        color = new ColorField(getTranslation("organization.color"), getTranslation("organization.color-help"));
        color.setRequiredIndicatorVisible(true);
        preset.setLabel(getTranslation("organization.rules.preset"));
        preset.setHelperText(getTranslation("organization.rules.preset-help"));
        preset.setItems(Preset.values());
        preset.setItemLabelGenerator(it -> getTranslation("organization.rules.preset." + it));
        preset.setValue(bodies.details(body.id()).land() == Land.NW ? Preset.NORDRHEIN_WESTFALEN : Preset.THUERINGEN);
        answerAt(name, "organization.name-missing");
        answerAt(shortName, "organization.short-name-taken");
        answerAt(strength, "organization.strength-missing");
        answerAt(color, "organization.color-missing", "organization.color.not-hex");
        kind.addValueChangeListener(change -> adapt());
        kind.setValue(proposed);
        ask(kind, name, shortName, strength, color, preset);
    }

    private void adapt() {
        var isGroup = kind.getValue() == Classification.POLITICAL_GROUP;
        color.setVisible(isGroup);
        strength.setVisible(!isOffice());
        preset.setVisible(!isOffice());
        strength.setHelperText(getTranslation(
                isGroup ? "organization.legal-strength-group-help" : "organization.legal-strength-help"));
    }

    private boolean isOffice() {
        return kind.getValue() == Classification.OFFICE;
    }

    @Override
    void check(FieldChecks fields) {
        if (name.getValue().isBlank()) {
            fields.wrong(name, "organization.one-name-missing");
        }
        if (shortName.getValue().isBlank()) {
            fields.wrong(shortName, "organization.short-name-missing");
        }
        if (!isOffice()) {
            fields.requireNumber(strength);
        }
        if (kind.getValue() == Classification.POLITICAL_GROUP) {
            fields.require(color, "organization.color-missing");
        }
    }

    @Override
    void save() {
        if (isOffice()) {
            organizations.create(id, NewOrganization.office(body.id(), name.getValue(), shortName.getValue()));
            return;
        }
        var isGroup = kind.getValue() == Classification.POLITICAL_GROUP;
        organizations.create(
                id,
                new NewOrganization(
                        body.id(),
                        name.getValue(),
                        shortName.getValue(),
                        kind.getValue(),
                        strength.getValue(),
                        isGroup ? color.color() : null,
                        RulesOfProcedure.of(preset.getValue())));
    }
}
