package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.FileDrop;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.organization.BodyAdministration;
import de.ratssaal.organization.BodyDetails;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.CoatOfArms;
import de.ratssaal.organization.Land;
import de.ratssaal.organization.OrganizationLinks;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Founds a municipality, or changes what is known of it. */
@Route(value = OrganizationLinks.BODY, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
class BodyView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private static final DataSize LARGEST_DRAWING = DataSize.ofBytes(CoatOfArms.LONGEST);

    private final BodyAdministration bodies;
    private final TextField name = new TextField();
    private final TextField shortName = new TextField();
    private final ComboBox<Land> land = new ComboBox<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final TextArea contact = new TextArea();
    private final ColorField color;
    private final Div coatShown = new Div();
    private final FieldChecks checks;
    private BodyId id = BodyId.next();
    private @Nullable CoatOfArms coatOfArms;
    private boolean isNew = true;

    BodyView(BodyAdministration bodies) {
        this.bodies = bodies;
        getContent().addClassName("rs-page");
        checks = new FieldChecks(this);
        name.setLabel(getTranslation("organization.body.name"));
        name.setHelperText(getTranslation("organization.body.name-help"));
        name.setRequiredIndicatorVisible(true);
        shortName.setLabel(getTranslation("organization.body.short-name"));
        shortName.setHelperText(getTranslation("organization.body.short-name-help"));
        shortName.setRequiredIndicatorVisible(true);
        land.setLabel(getTranslation("organization.body.land"));
        land.setItems(Arrays.stream(Land.values())
                .sorted(Comparator.comparing(this::nameOf))
                .toList());
        land.setItemLabelGenerator(this::nameOf);
        land.setRequiredIndicatorVisible(true);
        zone.setLabel(getTranslation("organization.body.zone"));
        zone.setHelperText(getTranslation("organization.body.zone-help"));
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(it -> it.startsWith("Europe/"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        zone.setItemLabelGenerator(ZoneId::getId);
        zone.setRequiredIndicatorVisible(true);
        contact.setLabel(getTranslation("organization.body.contact"));
        contact.setHelperText(getTranslation("organization.body.contact-help"));
        contact.setMinRows(4);
        color = new ColorField(
                getTranslation("organization.body.color"), getTranslation("organization.body.color-help"));
        coatShown.addClassName("rs-coat-of-arms");
        checks.answerAt(name, "organization.name-missing", "organization.body.name-taken");
        checks.answerAt(color, "organization.color.not-hex");
    }

    private String nameOf(Land which) {
        return getTranslation("organization.land." + which);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        isNew = parameter == null;
        if (parameter == null) {
            zone.setValue(ZoneId.of("Europe/Berlin"));
        } else {
            id = new BodyId(Address.identifier(parameter));
            fill(bodies.details(id));
        }
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(getPageTitle(), isNew ? getTranslation("organization.body.new-text") : null)
                                .above(getTranslation("organization.menu"), OrganizationLinks.ALL),
                        form());
        showCoat();
    }

    private void fill(BodyDetails known) {
        name.setValue(known.name());
        shortName.setValue(known.shortName());
        land.setValue(known.land());
        if (!zone.getListDataView().contains(known.zone())) {
            zone.getListDataView().addItem(known.zone());
        }
        zone.setValue(known.zone());
        contact.setValue(known.contact());
        color.show(known.color() == null ? null : known.color().hex());
        coatOfArms = known.coatOfArms();
    }

    private Component form() {
        var names = new Div(name, shortName, land, zone);
        names.addClassName("rs-form-columns");
        var save = new Button(
                getTranslation(isNew ? "organization.body.found-verb" : "organization.save"), click -> save());
        save.addThemeNames("primary");
        var cancel = new Button(getTranslation("base.cancel"), click -> leave());
        var actions = new Div(save, cancel);
        actions.addClassName("rs-actions");
        var form = new Div(names, contact, color, coat(), actions);
        form.addClassNames("rs-form", "rs-card");
        return form;
    }

    private Component coat() {
        var drop = new FileDrop(
                getTranslation("organization.body.coat-of-arms"), List.of(".svg"), LARGEST_DRAWING, this::takeCoat);
        var part = new Div(drop, coatShown);
        part.addClassName("rs-form");
        return part;
    }

    private void takeCoat(String file, Path content) throws IOException {
        try {
            var drawing = Files.readString(content);
            // programs write a declaration and remarks before the drawing
            coatOfArms = new CoatOfArms(drawing.substring(Math.max(0, drawing.indexOf("<svg"))));
        } catch (CharacterCodingException e) {
            throw (Refusal) new Refusal("organization.coat-of-arms.not-a-drawing").initCause(e);
        }
        showCoat();
    }

    private void showCoat() {
        coatShown.removeAll();
        var drawing = coatOfArms;
        if (drawing == null) {
            return;
        }
        var bytes = drawing.svg().getBytes(StandardCharsets.UTF_8);
        var picture = new Image(
                "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes),
                getTranslation("organization.body.coat-of-arms-shown"));
        var remove = new Button(getTranslation("organization.body.coat-of-arms-remove"), click -> {
            coatOfArms = null;
            showCoat();
        });
        coatShown.add(picture, remove);
    }

    private void save() {
        checks.begin();
        if (name.getValue().isBlank()) {
            checks.wrong(name, "organization.one-name-missing");
        }
        if (shortName.getValue().isBlank()) {
            checks.wrong(shortName, "organization.short-name-missing");
        }
        checks.require(land, "organization.body.land-missing");
        checks.require(zone, "organization.body.zone-missing");
        if (checks.allRight() && checks.isDone(this::takeOver)) {
            Notice.success(getTranslation("organization.body.saved", name.getValue()));
            leave();
        }
    }

    private void takeOver() {
        var details = new BodyDetails(
                name.getValue(),
                shortName.getValue(),
                land.getValue(),
                zone.getValue(),
                contact.getValue(),
                color.color(),
                coatOfArms);
        if (isNew) {
            bodies.found(id, details);
        } else {
            bodies.change(id, details);
        }
    }

    private void leave() {
        UI.getCurrent().navigate(OrganizationLinks.ALL);
    }

    @Override
    public String getPageTitle() {
        return getTranslation(isNew ? "organization.body.found" : "organization.body.change");
    }
}
