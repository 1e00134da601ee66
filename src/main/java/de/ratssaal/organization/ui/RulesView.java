package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.rules.Preset;
import de.ratssaal.rules.RulesOfProcedure;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.NoSuchElementException;

/** Gives an organization other rules of procedure from a day on: a preset, and what the own rules have otherwise. */
@Route(value = OrganizationLinks.RULES, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
class RulesView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final OrganizationAdministration organizations;
    private final Councils councils;
    private final Access access;
    private final Clock clock;
    private final Select<Preset> preset = new Select<>();
    private final DatePicker from = new DatePicker();
    private final RulesForm rules = new RulesForm();
    private final FieldChecks checks;

    RulesView(OrganizationAdministration organizations, Councils councils, Access access, Clock clock) {
        this.organizations = organizations;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
        checks = new FieldChecks(this);
        getContent().addClassName("rs-page");
        preset.setLabel(getTranslation("organization.rules.preset"));
        preset.setHelperText(getTranslation("organization.rules.edit.preset-help"));
        preset.setItems(Preset.values());
        preset.setItemLabelGenerator(it -> getTranslation("organization.rules.preset." + it));
        from.setLabel(getTranslation("organization.rules.edit.from"));
        from.setHelperText(getTranslation("organization.rules.edit.from-help"));
        from.setRequiredIndicatorVisible(true);
        from.setLocale(getLocale());
        from.setI18n(DateTexts.of(this));
        checks.answerAt(from, "organization.rules.not-backwards");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var id = new OrganizationId(Address.identifier(parameter));
        access.require(id, Role.ADMINISTRATOR);
        var organization = councils.organization(id);
        if (organization.classification() == Classification.OFFICE) {
            throw new NoSuchElementException("an office has no rules of procedure");
        }
        var today = LocalDate.ofInstant(
                clock.instant(), councils.body(organization.body()).zone());
        from.setMin(today);
        from.setValue(today);
        var now = councils.rules(id);
        preset.setValue(now.preset());
        preset.addValueChangeListener(change -> rules.show(RulesOfProcedure.of(change.getValue())));
        rules.show(now);
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(getPageTitle(), organization.name())
                                .above(getTranslation("organization.menu"), OrganizationLinks.ALL)
                                .above(organization.name(), OrganizationLinks.organization(id)),
                        start(id),
                        new Card(getTranslation("organization.rules.edit.values"), rules),
                        actions(organization));
    }

    private Component start(OrganizationId id) {
        var choices = new Div(preset, from);
        choices.addClassName("rs-form-columns");
        var card = new Card(getTranslation("organization.rules.edit.start"), choices);
        for (var day : councils.changesOfRules(id)) {
            var note = new Paragraph(getTranslation("organization.rules.change-to-come", day));
            note.addClassName("rs-note");
            card.add(note);
        }
        return card;
    }

    private Component actions(OrganizationSummary organization) {
        var adopt = new Button(getTranslation("organization.rules.edit.adopt"), click -> adopt(organization));
        adopt.addThemeNames("primary");
        var cancel = new Button(getTranslation("base.cancel"), click -> leave(organization));
        var actions = new Div(adopt, cancel);
        actions.addClassName("rs-actions");
        return actions;
    }

    private void adopt(OrganizationSummary organization) {
        checks.begin();
        checks.require(from, "organization.day-missing");
        rules.check(checks);
        if (checks.allRight()
                && checks.isDone(() -> organizations.adoptRules(organization.id(), rules.value(), from.getValue()))) {
            Notice.success(getTranslation("organization.rules.edit.adopted", from.getValue()));
            leave(organization);
        }
    }

    private static void leave(OrganizationSummary organization) {
        UI.getCurrent().navigate(OrganizationLinks.organization(organization.id()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("organization.rules.edit.title");
    }
}
